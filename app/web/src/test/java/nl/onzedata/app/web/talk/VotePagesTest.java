package nl.onzedata.app.web.talk;

import static nl.onzedata.app.web.talk.World.PROJECT;
import static nl.onzedata.app.web.talk.World.REQUEST;
import static nl.onzedata.app.web.talk.World.RESPONSE;
import static nl.onzedata.app.web.talk.World.TENANT;
import static nl.onzedata.app.web.talk.World.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.onzedata.core.deliberation.Votes.Choice;
import nl.onzedata.core.deliberation.Votes.Tally;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class VotePagesTest {
  private final World world = new World();
  private final VotePages votePages =
      new VotePages(
          world.desk, world.pages, world, world.voices.votes, world.voices, () -> world.now);

  private String page() {
    return page(Optional.empty());
  }

  private String page(Optional<String> statement) {
    var page = votePages.turn("leiden", "huur", statement, REQUEST, RESPONSE);
    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
    return "" + page.getBody();
  }

  private ResponseEntity<String> vote(String statement, String choice) {
    var page =
        votePages.vote(
            "leiden", "huur", Optional.of(statement), Optional.of(choice), REQUEST, RESPONSE);
    world.done = Optional.of("talk.done.vote").filter(d -> page.getStatusCode().is3xxRedirection());
    return page;
  }

  @Test
  void beforeItIsOpenedThePageSaysWhoOpensIt() {
    assertThat(page()).contains("De onafhankelijk begeleider opent het").doesNotContain("<button");
    world.as(World.GUIDE, Role.FACILITATOR);
    assertThat(page()).contains("/leiden/huur/conversation/open");
  }

  @Test
  void aStatementShowsItsTextItsPartyAndThreeButtons() {
    world.talkingAbout("Bouw eerst.", "Tel daarna.");
    assertThat(page())
        .contains("Bouw eerst.", "Voorgesteld door: Huurderspanel", "Nog 2 stellingen")
        .contains(">Eens<", ">Oneens<", ">Pas<");
    world.language = "en";
    assertThat(page()).contains("Proposed by: Tenants’ panel", "2 statements to go");
  }

  @Test
  void whoHasNoAccountVotesAndGetsAReceipt() {
    world.talkingAbout("Bouw eerst.", "Tel daarna.");
    var voted = vote("s1", "AGREE");
    assertThat(voted.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(world.voices.votes.tallies(PROJECT)).containsEntry("s1", new Tally(1, 0, 0));
    assertThat(page())
        .contains("Het nummer is 1.", "U koos: Eens.", "Nog niet verzegeld")
        .contains("Tel daarna.", "Nog 1 stelling");
  }

  @Test
  void aReceiptSaysWhereTheVoteIsSealed() {
    world.talkingAbout("Bouw eerst.");
    vote("s1", "PASS");
    world.does(
        World.LEAD,
        Role.OPERATOR,
        new Command.SealBatch("votes", 1, 1, "sha256:" + "0".repeat(64)));
    long position = world.dossier().conversation().batches().getLast().position();
    assertThat(page())
        .contains("Verzegeld in de reeks 1 tot en met 1")
        .contains("plaats " + position + " in het openbare logboek");
  }

  @Test
  void afterTheLastStatementThereAreThanksAndAWordOnWhatComes() {
    world.talkingAbout("Bouw eerst.");
    world.propose("Nog niet gelezen");
    vote("s1", "DISAGREE");
    assertThat(page())
        .contains("Dank u wel", "Er wacht nu 1 stelling op de moderator")
        .doesNotContain("Nog niet gelezen");
  }

  @Test
  void aVoteCanBeChangedAndTheLastCounts() {
    world.talkingAbout("Bouw eerst.", "Tel daarna.");
    vote("s1", "AGREE");
    assertThat(page(Optional.of("s1"))).contains("Bouw eerst.", "(uw stem nu)");
    vote("s1", "DISAGREE");
    assertThat(world.voices.votes.tallies(PROJECT)).containsEntry("s1", new Tally(0, 1, 0));
    var mine = "" + votePages.mine("leiden", "huur", REQUEST, RESPONSE).getBody();
    assertThat(mine)
        .contains("Bouw eerst.", "stem nummer 2", "Oneens")
        .doesNotContain("stem nummer 1");
  }

  @Test
  void whatCannotBeVotedOnIsRefusedWithEveryReasonAndNothingCounts() {
    world.talkingAbout("Bouw eerst.");
    world.propose("Nog niet gelezen");
    var refused = vote("s2", "MAYBE");
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(refused.getBody())
        .contains(
            "Over deze stelling kunt u niet stemmen", "Kies eens, oneens of pas", "Bouw eerst.");
    assertThat(world.voices.votes.cast).isEmpty();
  }

  @Test
  void whenTheProjectHasEndedNobodyVotes() {
    world.talkingAbout("Bouw eerst.");
    world.does(World.LEAD, Role.PROJECT_LEAD, new Command.ReachStage(Stage.ENDED));
    assertThat(page()).contains("Stemmen kan niet meer").doesNotContain("<button");
    assertThat(vote("s1", "AGREE").getBody()).contains("Uw stem is niet geteld");
    assertThat(world.voices.votes.cast).isEmpty();
  }

  @Test
  void aStatementCannotBringMarkupAlong() {
    world.talkingAbout("<script>alert(1)</script>");
    assertThat(page()).contains("&lt;script&gt;").doesNotContain("<script>alert");
  }

  @Test
  void anErasedStatementIsShownAsErased() {
    world.talkingAbout("Bouw eerst.");
    world.desk.journal().erase(world.dossier().conversation().statements().getFirst().text());
    assertThat(page()).contains("De tekst van deze stelling is gewist").doesNotContain("Bouw");
  }

  @Test
  void whoSitsNowhereIsAResident() {
    world.talkingAbout();
    world.does(someone(3), Role.CODE_HOLDER, new Command.ProposeStatement("Ik woon hier."));
    world.admit("s1");
    assertThat(page()).contains("Voorgesteld door: een inwoner");
    assertThat(page()).doesNotContain(someone(3).value());
  }

  @Test
  void theOutcomePutsWhatIsSharedBeforeWhatDivides() {
    world.talkingAbout("Verdeeld.", "Gedeeld.", "Te weinig.");
    for (int i = 0; i < 6; i++) {
      world.voices.votes.cast(
          PROJECT, someone(i), "s1", i % 2 == 0 ? Choice.AGREE : Choice.DISAGREE, world.now);
      world.voices.votes.cast(PROJECT, someone(i), "s2", Choice.AGREE, world.now);
    }
    world.voices.votes.cast(PROJECT, TENANT, "s3", Choice.DISAGREE, world.now);
    var outcome =
        new OutcomePages(
            world.desk,
            world.pages,
            world,
            world.voices.votes,
            new Pictures(world.voices, () -> world.now));
    var shown = "" + outcome.results("leiden", "huur", REQUEST, RESPONSE).getBody();
    assertThat(shown)
        .containsSubsequence("Gedeeld.", "6 van de 6 stemmers (100%) zijn het eens", "Verdeeld.")
        .containsSubsequence("Eens 3, oneens 3, pas 0", "Nog te weinig stemmen", "Te weinig.")
        .contains("7 mensen stemden over 3 stellingen", "niet getoond")
        .doesNotContain("oneens 1");
  }
}
