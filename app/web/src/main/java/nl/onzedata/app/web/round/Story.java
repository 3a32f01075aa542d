package nl.onzedata.app.web.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.MandateAct;
import nl.onzedata.core.journal.RoundAct;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.round.Standing;
import nl.onzedata.core.round.Standing.Ground;

/// When the rounds and decisions of a project happened: what the acts tell and the state does not
/// keep. Immutable.
final class Story {
  private final Map<Integer, Opening> openings = new TreeMap<>();
  private final Map<Integer, Instant> closings = new TreeMap<>();
  private final List<Decided> decided = new ArrayList<>();

  private Story() {}

  /// How a round began.
  private record Opening(Instant when, long sequence, Optional<Integer> integrates) {}

  /// An act of the competent body.
  private record Decided(MandateAct act, Instant when, long sequence) {}

  /// Reads the acts of a project.
  static Story of(JournalStore journal, StreamId project) {
    var story = new Story();
    for (var entry : journal.stream(project, 0)) {
      var type = ActCodec.all().get(entry.type());
      if (type != null
          && (RoundAct.class.isAssignableFrom(type) || MandateAct.class.isAssignableFrom(type))) {
        story.add(entry);
      }
    }
    return story;
  }

  private void add(Entry entry) {
    switch (ActCodec.read(entry)) {
      case RoundAct.RoundOpened opened ->
          openings.put(
              opened.round(), new Opening(entry.time(), entry.sequence(), opened.integrates()));
      case RoundAct.RoundClosed closed -> closings.put(closed.round(), entry.time());
      case MandateAct act -> decided.add(new Decided(act, entry.time(), entry.sequence()));
      default -> {
        // What else was said in a round is in its state.
      }
    }
  }

  /// When a round began.
  Optional<Instant> opened(int round) {
    return Optional.ofNullable(openings.get(round)).map(Opening::when);
  }

  /// When a round ended.
  Optional<Instant> closed(int round) {
    return Optional.ofNullable(closings.get(round));
  }

  /// The round whose objections this one takes in.
  Optional<Integer> integrates(int round) {
    return Optional.ofNullable(openings.get(round)).flatMap(Opening::integrates);
  }

  /// The round that takes in the objections of this one.
  Optional<Integer> integratedBy(int round) {
    return openings.entrySet().stream()
        .filter(opening -> opening.getValue().integrates().equals(Optional.of(round)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The ground that held when a round began: what its proposal would replace.
  Optional<Ground> before(int round) {
    var opening = openings.get(round);
    if (opening == null) {
      return Optional.empty();
    }
    var standing = Standing.NONE;
    for (var act : decided) {
      if (act.sequence() < opening.sequence()) {
        standing = standing.apply(act.act(), act.when());
      }
    }
    return standing.now(opening.when());
  }

  /// When a mandate ended before its time.
  Optional<Instant> ended(String mandate) {
    return decided.stream()
        .filter(
            act ->
                act.act() instanceof MandateAct.MandateEnded end && end.mandate().equals(mandate))
        .map(Decided::when)
        .reduce((first, last) -> last);
  }
}
