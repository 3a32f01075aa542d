package nl.onzedata.app.web.round;

import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.party.Parties.Seat;
import nl.onzedata.core.round.ConsentRound;

/// The one thing that a visitor can do in a round now.
final class NextStep {
  private final RoundView view;
  private final ConsentRound round;
  private final Look look;

  NextStep(RoundView view) {
    this.view = view;
    this.round = view.round();
    this.look = view.look();
  }

  Optional<Look.Door> find() {
    if (!round.isRunning()) {
      return view.onwards();
    }
    return asSeat().or(this::asLead).or(this::asGuide);
  }

  private Optional<Look.Door> asSeat() {
    if (view.mine().isEmpty() || view.isLate()) {
      return Optional.empty();
    }
    if (view.isIn(Phase.CLARIFYING)) {
      return door("round.do.ask", "#questions");
    }
    if (view.isIn(Phase.REACTING)) {
      return view.mine().stream().anyMatch(seat -> !reacted(seat))
          ? door("round.do.react", "#reactions")
          : Optional.empty();
    }
    if (view.mine().stream().anyMatch(seat -> round.silent().contains(seat.id()))) {
      return Optional.of(
          new Look.Door(
              look.say("round.do.answer", "left", look.when().left(look.now(), round.deadline())),
              "#answer"));
    }
    return view.objections().stream().anyMatch(this::waitsForMe)
        ? door("round.do.test", "#objections")
        : door("round.do.change", "#answer");
  }

  private boolean reacted(Seat seat) {
    return round.reactions().stream().anyMatch(reaction -> reaction.seat().equals(seat.id()));
  }

  private boolean waitsForMe(Objection objection) {
    return objection.testers().stream()
        .anyMatch(seat -> round.untestedBy(objection.seat()).contains(seat.id()));
  }

  private Optional<Look.Door> asLead() {
    long open = round.questions().stream().filter(q -> q.answer().isEmpty()).count();
    return open > 0 && view.may(Command.AnswerQuestion.class)
        ? Optional.of(
            new Look.Door(look.say("round.do.explain", "n", Long.toString(open)), "#questions"))
        : Optional.empty();
  }

  private Optional<Look.Door> asGuide() {
    return view.may(Command.NextPhase.class) ? door("round.do.guide", "#guide") : Optional.empty();
  }

  private Optional<Look.Door> door(String code, String anchor) {
    return Optional.of(new Look.Door(look.say(code), anchor));
  }
}
