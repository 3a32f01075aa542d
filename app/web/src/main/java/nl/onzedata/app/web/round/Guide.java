package nl.onzedata.app.web.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.round.ConsentRound;
import nl.onzedata.core.round.ConsentRound.State;

/// What whoever guides a round can do next, and what stands in the way, in words. The desk decides;
/// this tells beforehand what it will say.
public final class Guide {
  private static final int INTEGRATIONS = 3;

  private final RoundView view;
  private final ConsentRound round;
  private final Look look;

  Guide(RoundView view) {
    this.view = view;
    this.round = view.round();
    this.look = view.look();
  }

  /// The phase that the round is in.
  public Optional<Phase> phase() {
    return round.state() instanceof State.Running(var phase)
        ? Optional.of(phase)
        : Optional.empty();
  }

  /// The phase after this one; nothing after the last.
  public Optional<Phase> following() {
    return phase()
        .flatMap(
            phase ->
                switch (phase) {
                  case CLARIFYING -> Optional.of(Phase.REACTING);
                  case REACTING -> Optional.of(Phase.DECIDING);
                  case DECIDING -> Optional.of(Phase.TESTING);
                  case TESTING -> Optional.empty();
                });
  }

  /// What keeps the round in its phase.
  public List<String> againstNext() {
    var against = new ArrayList<String>();
    if (round.isIn(Phase.CLARIFYING)) {
      long open = round.questions().stream().filter(q -> q.answer().isEmpty()).count();
      if (open > 0) {
        against.add(look.say("round.against.questions", "n", Long.toString(open)));
      }
    }
    if (round.isIn(Phase.DECIDING)) {
      silent(against);
      if (round.objectors().isEmpty()) {
        against.add(look.say("round.against.nothing-to-test"));
      }
    }
    return against;
  }

  /// What keeps the round from being adopted.
  public List<String> againstClosing() {
    var against = new ArrayList<String>();
    if (!round.isIn(Phase.DECIDING) && !round.isIn(Phase.TESTING)) {
      against.add(look.say("round.against.early"));
    }
    silent(against);
    if (!view.upheld().isEmpty()) {
      against.add(look.say("round.against.upheld", "seats", look.seats(view.upheld())));
    }
    if (!look.missing().isEmpty()) {
      against.add(look.say("round.against.missing", "groups", look.list(look.missing())));
    }
    return against;
  }

  /// What keeps the objections from being taken into a new proposal.
  public List<String> againstIntegrating() {
    var against = new ArrayList<String>();
    if (!round.isIn(Phase.TESTING)) {
      against.add(look.say("round.against.not-testing"));
      return against;
    }
    for (var objection : view.objections()) {
      if (!objection.waitingFor().isEmpty()) {
        against.add(
            look.say(
                "round.against.untested",
                "objector",
                objection.name(),
                "seats",
                objection.waitingFor()));
      }
    }
    if (view.upheld().isEmpty()) {
      against.add(look.say("round.against.nothing-to-integrate"));
    }
    return against;
  }

  /// How the round would end if it were closed now.
  public String closing() {
    if (view.isLate() && !round.silent().isEmpty()) {
      return look.say("round.close.expired");
    }
    if (view.isLate() && !view.upheld().isEmpty()) {
      return look.say("round.close.deadlocked");
    }
    if (view.isLate() && !look.missing().isEmpty()) {
      return look.say("round.close.expired");
    }
    return look.say("round.close.adopted");
  }

  /// Whether the desk would let it be closed now: from the deadline on always.
  public boolean mayClose() {
    return view.isLate() || againstClosing().isEmpty();
  }

  /// Whether taking the objections in ends in a new proposal, or in a deadlock.
  public boolean isLastIntegration() {
    return round.integrations() >= INTEGRATIONS;
  }

  private void silent(List<String> against) {
    if (!round.silent().isEmpty()) {
      against.add(look.say("round.against.silent", "seats", look.seats(round.silent())));
    }
  }
}
