package nl.onzedata.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RunAct;
import org.junit.jupiter.api.Test;

class ProjectSummaryTest {
  private final Made made = new Made().opened().charted().joined();

  private ProjectSummary summary() {
    return ProjectSummary.of(made.journal.stream(Made.PROJECT, 0));
  }

  @Test
  void aSummaryIsReadBackAsItWasWritten() {
    made.seated().designed().roundOpened();
    assertThat(ProjectSummary.read(summary().json())).contains(summary());
  }

  @Test
  void whatAnotherVersionWroteIsNotRead() {
    assertThat(ProjectSummary.read("{\"form\":0}")).isEmpty();
    assertThat(ProjectSummary.read("…")).isEmpty();
  }

  @Test
  void itNamesWhoIsMissingAndDrawsTheGap() {
    assertThat(summary().missing()).extracting(group -> group.say("en")).containsExactly("Tenants");
    assertThat(summary().ring().getLast()).containsExactly("open", "missing");
  }

  @Test
  void theRoundThatRunsGivesTheNextDate() {
    made.seated().designed().roundOpened();
    assertThat(summary().next(made.now).map(ProjectSummary.NextDate::code))
        .isEqualTo(Optional.of("page.date.round"));
  }

  @Test
  void refusalsCountInTheMonthInWhichTheyWere() {
    made.designed();
    made.lead(
        new Command.RecordRun(
            new RunAct.RunRefused(
                List.of(made.dossier().project().latest(ArtefactKind.INDICATOR).getFirst().hash()),
                List.of("USE"))));
    assertThat(summary().refusalsIn(made.now)).isEqualTo(1);
    assertThat(summary().refusalsIn(made.now.plusSeconds(40L * 24 * 3600))).isZero();
    assertThat(summary().runsIn(made.now)).isZero();
  }

  @Test
  void theGovernmentComesFirstAmongTheSides() {
    assertThat(summary().sides()).containsExactly("gemeente", "panel");
    assertThat(summary().departures()).isZero();
    assertThat(made.dossier().project().rolesOf(Made.LEAD)).contains(Role.PROJECT_LEAD);
  }
}
