package nl.onzedata.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import org.junit.jupiter.api.Test;

class NextStepTest {
  private final Made made = new Made().opened();

  private static String said(Visit visit) {
    return visit.frame().say(NextStep.of(visit).what());
  }

  private void inDecision() {
    made.charted().joined().seated().designed().roundOpened().next().next();
  }

  private void everyoneConsents() {
    made.does(
        Made.TOWN, Role.SEAT_HOLDER, new Command.GiveAnswer("gemeente", Answer.CONSENT, "", ""));
    made.does(
        Made.TENANT, Role.SEAT_HOLDER, new Command.GiveAnswer("panel", Answer.CONSENT, "", ""));
  }

  @Test
  void aVisitorOfANewProjectIsToldWhenThereWillBeSomething() {
    var next = NextStep.of(made.visit());
    assertThat(next.where()).isEmpty();
    assertThat(said(made.visit())).startsWith("Nu nog niets. Zodra");
  }

  @Test
  void theProjectLeadWritesTheCharterFirst() {
    assertThat(NextStep.of(made.visitBy(Made.LEAD)).where()).contains("/leiden/huur/charter");
  }

  @Test
  void theProjectLeadAnswersAReportBeforeAnythingElse() {
    made.charted().joined().seated();
    made.does(Made.TENANT, Role.VISITOR, new Command.ReportGroup("Studenten ontbreken."));
    assertThat(said(made.visitBy(Made.LEAD)))
        .isEqualTo("Geef antwoord op 1 melding van een ontbrekende groep");
  }

  @Test
  void aSilentSeatIsAskedForItsAnswerWithTheDaysThatAreLeft() {
    inDecision();
    assertThat(said(made.visitBy(Made.TENANT)))
        .isEqualTo("Geef antwoord in de instemmingsronde, nog 5 dagen");
  }

  @Test
  void aSeatThatAnsweredFollowsTheRoundLikeEveryoneElse() {
    inDecision();
    made.does(
        Made.TENANT, Role.SEAT_HOLDER, new Command.GiveAnswer("panel", Answer.CONSENT, "", ""));
    assertThat(said(made.visitBy(Made.TENANT))).isEqualTo(said(made.visit()));
  }

  @Test
  void theFacilitatorClosesTheRoundWhenAllHaveAnswered() {
    inDecision();
    assertThat(said(made.visitBy(Made.GUIDE))).contains("Begeleid");
    everyoneConsents();
    assertThat(said(made.visitBy(Made.GUIDE))).contains("rond de instemmingsronde af");
  }

  @Test
  void theBodyDecidesAfterTheRoundAndOnlyOnce() {
    inDecision();
    everyoneConsents();
    made.give(Made.BODY, Role.COMPETENT_BODY);
    made.does(Made.GUIDE, Role.FACILITATOR, new Command.CloseRound());
    assertThat(NextStep.of(made.visitBy(Made.BODY)).where()).contains("/leiden/huur/mandate");
    made.does(
        Made.BODY,
        Role.COMPETENT_BODY,
        new Command.PutInForce(
            Made.both("college"), "B-1", LocalDate.of(2027, 1, 10), Made.both("akkoord")));
    assertThat(NextStep.of(made.visitBy(Made.BODY)).where()).isEmpty();
  }

  @Test
  void itIsSaidInEnglishToo() {
    made.language = "en";
    inDecision();
    assertThat(said(made.visitBy(Made.TENANT)))
        .isEqualTo("Give your answer in the consent round, 5 days left");
  }
}
