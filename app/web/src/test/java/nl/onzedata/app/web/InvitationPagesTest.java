package nl.onzedata.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class InvitationPagesTest {
  private final Made made =
      new Made().opened().charted().joined().give(Made.GUIDE, Role.FACILITATOR);
  private final MadeVisitors visitors = new MadeVisitors(made);
  private final MadeCodes codes = new MadeCodes();
  private final InvitationPages pages =
      new InvitationPages(made.desk, new Pages(), visitors, codes);

  private ResponseEntity<String> list() {
    return pages.invitations("leiden", "huur", Asked.form(), Asked.answer());
  }

  private ResponseEntity<String> issue(String gives, String count, String until) {
    return pages.issue(
        "leiden",
        "huur",
        Asked.form("batch", "invitation-1", "gives", gives, "count", count, "until", until),
        Asked.answer());
  }

  private ResponseEntity<String> withdraw() {
    return pages.withdraw("leiden", "huur", Asked.form("batch", "invitation-1"), Asked.answer());
  }

  @Test
  void onlyWhoMayInviteSeesThePage() {
    assertThat(list().getStatusCode().value()).isEqualTo(200);
    visitors.as(Made.GUIDE);
    assertThat(list().getStatusCode().value()).isEqualTo(200);
    visitors.as(Made.TENANT);
    assertThat(list().getStatusCode().value()).isEqualTo(403);
    assertThat(issue("voters", "3", "2027-02-01").getStatusCode().value()).isEqualTo(403);
    assertThat(made.dossier().parties().batches()).isEmpty();
  }

  @Test
  void eachCodeIsOnALetterOfItsOwnAndIsNotKeptByTheBrowser() {
    var letters = issue("voters", "3", "2027-02-01");
    assertThat(letters.getBody())
        .contains("code-invitation-1-0", "code-invitation-1-1", "code-invitation-1-2")
        .contains("https://onze.example/signin")
        .contains("1 februari 2027");
    assertThat(letters.getHeaders().getCacheControl()).isEqualTo("no-store");
    var batch = made.dossier().parties().batch("invitation-1").orElseThrow();
    assertThat(batch.role()).isEqualTo(Role.CODE_HOLDER);
    assertThat(batch.until()).isEqualTo(LocalDate.of(2027, 2, 1));
    assertThat(list().getBody())
        .contains("3 gemaakt, 0 gebruikt")
        .doesNotContain("code-invitation");
    made.language = "en";
    assertThat(list().getBody()).contains("3 made, 0 used");
  }

  @Test
  void aLetterForASeatSaysWhichSeat() {
    assertThat(issue("seat:panel", "1", "2027-02-01").getBody())
        .contains("mee te beslissen")
        .contains("De zetel van Partij panel");
    assertThat(made.dossier().parties().batch("invitation-1").orElseThrow().seat())
        .contains("panel");
  }

  @Test
  void handingTheFormInTwiceMakesNoMoreCodes() {
    issue("voters", "3", "2027-02-01");
    var again = issue("voters", "3", "2027-02-01");
    assertThat(again.getStatusCode().value()).isEqualTo(422);
    assertThat(again.getBody()).contains("De codes worden maar één keer getoond");
    assertThat(made.dossier().parties().batches()).hasSize(1);
  }

  @Test
  void everythingThatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
    var wrong = issue("iets", "veel", "morgen");
    assertThat(wrong.getStatusCode().value()).isEqualTo(422);
    assertThat(wrong.getBody())
        .contains("id=\"gives-wrong\"", "id=\"count-wrong\"", "id=\"until-wrong\"")
        .contains("‘veel’ is geen aantal", "‘morgen’ is geen datum")
        .contains("value=\"veel\"", "value=\"morgen\"");
    assertThat(made.dossier().parties().batches()).isEmpty();
  }

  @Test
  void onlyTheClerkIsOfferedCodesForARole() {
    assertThat(list().getBody()).doesNotContain("role:MODERATOR");
    assertThat(issue("role:MODERATOR", "1", "2027-02-01").getBody())
        .contains("Codes voor de rol moderator kunt u niet maken");
    visitors.as(Made.CLERK, Role.CLERK);
    assertThat(list().getBody()).contains("role:MODERATOR");
    assertThat(issue("role:MODERATOR", "1", "2027-02-01").getBody())
        .contains("De rol van moderator");
  }

  @Test
  void unusedCodesAreTakenBackAlsoIfThatWasCutShort() {
    issue("voters", "3", "2027-02-01");
    codes.uses.put("invitation-1", new Codes.Use(3, 1, 0));
    assertThat(list().getBody()).contains("Trek 2 ongebruikte codes in");
    assertThat(withdraw().getStatusCode().value()).isEqualTo(303);
    assertThat(list().getBody())
        .contains("Ingetrokken: 2 codes.")
        .doesNotContain("Trek 2 ongebruikte");
    codes.uses.put("invitation-1", new Codes.Use(3, 1, 0));
    assertThat(withdraw().getStatusCode().value()).isEqualTo(303);
    assertThat(codes.uses.get("invitation-1")).isEqualTo(new Codes.Use(3, 1, 2));
  }

  @Test
  void someoneWhoIsHereAlreadyIsInvitedByTheirPseudonym() {
    var sent =
        pages.seat(
            "leiden",
            "huur",
            Asked.form("seat", "panel", "who", Made.TENANT.value()),
            Asked.answer());
    assertThat(sent.getStatusCode().value()).isEqualTo(303);
    assertThat(made.dossier().parties().waitingFor(Made.TENANT)).hasSize(1);
    var wrong =
        pages.seat("leiden", "huur", Asked.form("seat", "panel", "who", "Jan"), Asked.answer());
    assertThat(wrong.getBody()).contains("id=\"who-wrong\"").contains("value=\"Jan\"");
    assertThat(Optional.of(made.dossier().parties().invitedTo("panel")).map(java.util.Set::size))
        .contains(1);
    assertThat(made.visitBy(new Pseudonym("jjjjjjjjjjjjjjjj")).waiting()).isEmpty();
  }
}
