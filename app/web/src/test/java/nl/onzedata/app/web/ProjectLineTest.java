package nl.onzedata.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import nl.onzedata.app.web.ProjectLine.Reached;
import nl.onzedata.app.web.ProjectLine.Step;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.words.Message;
import org.junit.jupiter.api.Test;

class ProjectLineTest {
  private final Made made = new Made().opened();

  private ProjectLine line() {
    return ProjectLine.of(made.dossier(), made.now);
  }

  private Reached reached(Step step) {
    return line().stations().get(step.number() - 1).reached();
  }

  @Test
  void aNewProjectIsAtItsCharter() {
    assertThat(line().here()).contains(Step.CHARTER);
    assertThat(reached(Step.CHALLENGE)).isEqualTo(Reached.LATER);
  }

  @Test
  void aGroupWithoutASeatStandsInTheWay() {
    made.charted().joined();
    assertThat(line().here()).contains(Step.PARTIES);
    assertThat(line().waits()).contains(Message.of("page.line.waits.PARTIES", "missing", "1"));
  }

  @Test
  void aStepThatWasLeftOutIsShownAsLeftOut() {
    made.charted().joined().seated().designed();
    assertThat(reached(Step.CONVERSATION)).isEqualTo(Reached.PASSED);
    assertThat(line().here()).contains(Step.ROUND);
  }

  @Test
  void aRunningRoundTellsHowManySeatsAreSilent() {
    made.charted().joined().seated().designed().roundOpened();
    assertThat(line().waits())
        .contains(Message.of("page.line.waits.answers", "silent", "2", "seats", "2"));
  }

  @Test
  void anAdoptedRoundWaitsForTheBody() {
    made.charted().joined().seated().designed().roundOpened().next().next();
    for (var seat : Arrays.asList("gemeente", "panel")) {
      made.does(
          seat.equals("panel") ? Made.TENANT : Made.TOWN,
          Role.SEAT_HOLDER,
          new Command.GiveAnswer(seat, Answer.CONSENT, "", ""));
    }
    made.does(Made.GUIDE, Role.FACILITATOR, new Command.CloseRound());
    assertThat(line().here()).contains(Step.MANDATE);
  }

  @Test
  void anEndedProjectIsNowhere() {
    made.lead(new Command.ReachStage(Stage.ENDED));
    assertThat(line().here()).isEqualTo(Optional.empty());
    assertThat(line().waits()).isEmpty();
  }

  @Test
  void everyStationAndEveryReasonHasItsWords() {
    var words = Frame.words("nl");
    for (var step : Step.values()) {
      assertThat(words.knows("page.line." + step)).as(step.name()).isTrue();
      assertThat(words.knows("page.line.waits." + step)).as(step.name()).isTrue();
    }
    for (var outcome : nl.onzedata.core.journal.RoundAct.Outcome.values()) {
      assertThat(words.knows("page.line.waits.round." + outcome)).as(outcome.name()).isTrue();
    }
  }
}
