package nl.onzedata.app.web.round;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.party.Parties.Seat;
import nl.onzedata.core.round.ConsentRound;
import nl.onzedata.core.round.ConsentRound.Given;
import nl.onzedata.core.round.ConsentRound.Test;

/// An objection as a card: its argument, its test, and what became of it.
public final class Objection {
  private final Look look;
  private final ConsentRound round;
  private final String seat;

  Objection(Look look, ConsentRound round, String seat) {
    this.look = look;
    this.round = round;
    this.seat = seat;
  }

  /// What a tester said.
  public record Verdict(String name, boolean upheld, String reason) {}

  public String seat() {
    return seat;
  }

  public String name() {
    return look.seat(seat);
  }

  public String reason() {
    return given().reason().map(look::text).orElse("");
  }

  public String harm() {
    return given().harm().map(look::text).orElse("");
  }

  private Given given() {
    var given = round.answers().get(seat);
    if (given == null) {
      throw new IllegalStateException("seat without an answer: " + seat);
    }
    return given;
  }

  /// What the other seats said of it.
  public List<Verdict> verdicts() {
    return tests().stream()
        .map(test -> new Verdict(look.seat(test.tester()), test.upheld(), look.text(test.reason())))
        .toList();
  }

  private List<Test> tests() {
    return round.tests().stream().filter(test -> test.objector().equals(seat)).toList();
  }

  /// Who has yet to judge it; empty if everyone did.
  public String waitingFor() {
    return look.seats(round.untestedBy(seat));
  }

  /// The visitor's seats that can judge it now.
  public List<Seat> testers() {
    return round.isIn(Phase.TESTING)
        ? look.visit().seats().stream()
            .filter(mine -> round.seats().contains(mine.id()) && !mine.id().equals(seat))
            .toList()
        : List.of();
  }

  /// Whether it stands.
  public boolean isUpheld() {
    return round.isUpheld(seat, look.dossier().citizenSeats());
  }

  /// What became of it, in a sentence: the rule of the round, applied to this objection.
  public String fate() {
    var concern = new TreeSet<String>();
    tests().stream().filter(test -> !test.upheld()).forEach(test -> concern.add(test.tester()));
    var found = Integer.toString(concern.size());
    var testers = Integer.toString(round.seats().size() - 1);
    if (tests().isEmpty()) {
      return look.say("round.fate.untested");
    }
    if (!isUpheld()) {
      var peers = peers(concern);
      return peers.isEmpty()
          ? look.say("round.fate.concern", "found", found, "testers", testers)
          : look.say(
              "round.fate.concern-peers",
              "found",
              found,
              "testers",
              testers,
              "peers",
              look.seats(peers));
    }
    return 2 * concern.size() > round.seats().size() - 1
        ? look.say("round.fate.no-peer", "found", found, "testers", testers)
        : look.say("round.fate.upheld", "found", found, "testers", testers);
  }

  /// The citizens' seats among those that call it a concern, if that is what makes it one.
  private Set<String> peers(Set<String> concern) {
    var peers = new TreeSet<String>();
    if (isOfCitizens()) {
      peers.addAll(concern);
      peers.retainAll(look.dossier().citizenSeats());
    }
    return peers;
  }

  /// Whether the rule for citizens applies.
  public boolean isOfCitizens() {
    return look.dossier().citizenSeats().contains(seat);
  }
}
