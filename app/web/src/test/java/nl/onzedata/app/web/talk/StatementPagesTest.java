package nl.onzedata.app.web.talk;

import static nl.onzedata.app.web.talk.World.REQUEST;
import static nl.onzedata.app.web.talk.World.RESPONSE;
import static nl.onzedata.app.web.talk.World.TENANT;
import static nl.onzedata.app.web.talk.World.someone;
import static org.assertj.core.api.Assertions.assertThat;

import nl.onzedata.core.deliberation.Conversation.Fate;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class StatementPagesTest {
  private final World world = new World();
  private final StatementPages statementPages = new StatementPages(world.desk, world.pages, world);

  private String page() {
    return "" + statementPages.statements("leiden", "huur", REQUEST, RESPONSE).getBody();
  }

  private ResponseEntity<String> propose(String text) {
    return statementPages.propose("leiden", "huur", text, REQUEST, RESPONSE);
  }

  private ResponseEntity<String> moderate(String statement, String decision, String nl, String en) {
    return statementPages.moderate(
        "leiden", "huur", statement, decision, nl, en, REQUEST, RESPONSE);
  }

  @Test
  void whoMayNotProposeReadsWhatWouldGiveIt() {
    world.talkingAbout();
    assertThat(page()).contains("deelnemer met een code").doesNotContain("<textarea");
    assertThat(propose("Toch.").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(world.dossier().conversation().statements()).isEmpty();
  }

  @Test
  void aCodeHolderProposesAndReadsWhatBecameOfIt() {
    world.talkingAbout();
    world.as(someone(1), Role.CODE_HOLDER);
    assertThat(propose("  Bouw eerst. ").getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(page()).contains("Bouw eerst.", "Wacht op de moderator", "Wachtend: 1");
    world.admit("s1");
    assertThat(page()).contains("Toegelaten: iedereen kan erover stemmen");
  }

  @Test
  void aStatementThatIsTooLongStaysInTheField() {
    world.talkingAbout();
    world.as(someone(1), Role.CODE_HOLDER);
    var refused = propose("x".repeat(281));
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(refused.getBody()).contains("deze heeft er 281", "x".repeat(281), "role=\"alert\"");
    assertThat(propose(" ").getBody()).contains("Vul in: Uw stelling");
    assertThat(world.dossier().conversation().statements()).isEmpty();
  }

  @Test
  void decliningNeedsAReasonInBothLanguages() {
    world.talkingAbout();
    world.propose("Kijk bij nummer 12.");
    world.as(World.GUIDE, Role.MODERATOR);
    var refused = moderate("s1", "decline", "", " ");
    assertThat(refused.getBody())
        .contains("Vul in: Reden als u afwijst (In het Nederlands)", "(In het Engels)");
    assertThat(moderate("s1", "decline", "Over één huis.", "").getBody())
        .contains("Over één huis.", "(In het Engels)");
    assertThat(world.dossier().conversation().waiting()).hasSize(1);
    assertThat(moderate("s1", "decline", "Over één huis.", "About one home.").getStatusCode())
        .isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(world.dossier().conversation().statements().getFirst().fate())
        .isEqualTo(new Fate.Declined(Phrase.of("Over één huis.", "About one home.")));
  }

  @Test
  void ofADeclinedStatementOthersSeeTheReasonAndOnlyItsWriterTheText() {
    world.talkingAbout();
    world.propose("Kijk bij nummer 12.");
    world.as(World.GUIDE, Role.MODERATOR);
    moderate("s1", "decline", "Over één huis.", "About one home.");
    world.as(someone(7));
    assertThat(page()).contains("Over één huis.").doesNotContain("nummer 12");
    world.as(TENANT, Role.SEAT_HOLDER);
    assertThat(page()).contains("Niet toegelaten: Over één huis.", "Kijk bij nummer 12.");
  }

  @Test
  void onlyAModeratorReadsWhatWaits() {
    world.talkingAbout();
    world.propose("Nog niet gelezen.");
    assertThat(statementPages.moderation("leiden", "huur", REQUEST, RESPONSE).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(moderate("s1", "admit", "", "").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    world.as(someone(2), Role.MODERATOR);
    assertThat(statementPages.moderation("leiden", "huur", REQUEST, RESPONSE).getBody())
        .contains("Nog niet gelezen.", "Huurderspanel");
    assertThat(moderate("s1", "later", "", "").getBody()).contains("Kies toelaten of afwijzen");
    assertThat(moderate("s1", "admit", "", "").getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(moderate("s1", "admit", "", "").getBody()).contains("is al beoordeeld");
  }

  @Test
  void theFacilitatorOpensTheConversationWithAQuestionInBothLanguages() {
    world.as(someone(2), Role.FACILITATOR);
    assertThat(statementPages.open("leiden", "huur", "Mag dit?", "", REQUEST, RESPONSE).getBody())
        .contains("Mag dit?", "(In het Engels)");
    assertThat(world.dossier().conversation().isOpen()).isFalse();
    statementPages.open("leiden", "huur", "Mag dit?", "May we?", REQUEST, RESPONSE);
    assertThat(world.dossier().conversation().about()).contains(Phrase.of("Mag dit?", "May we?"));
    world.as(someone(3));
    assertThat(
            statementPages
                .open("leiden", "huur", "Mag dit?", "May we?", REQUEST, RESPONSE)
                .getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
  }
}
