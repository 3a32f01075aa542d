package nl.onzedata.core.dossier;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Draft;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Message;

/// Where commands are handed in: it reads the state, decides, and appends what was decided. Safe
/// for use by many threads and processes: who was second decides again on the newer state.
public final class Desk {
  private static final int ATTEMPTS = 20;

  private final JournalStore journal;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<StreamId, Dossier> known = new ConcurrentHashMap<>();

  public Desk(JournalStore journal, InstantSource clock, SecureRandom random) {
    this.journal = journal;
    this.clock = clock;
    this.random = random;
  }

  /// What became of a command.
  public sealed interface Outcome {
    /// Done: the acts as they stand in the log.
    record Done(List<Entry> entries) implements Outcome {}

    /// Refused, for all of these reasons; nothing was changed.
    record Refused(List<Message> reasons) implements Outcome {}
  }

  /// Does what is asked, or says why not.
  public Outcome does(StreamId stream, Command command, Actor actor) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var dossier = dossier(stream);
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      switch (Rules.decide(dossier, command, actor, now, random)) {
        case Decision.Refused(var reasons) -> {
          return new Outcome.Refused(reasons);
        }
        case Decision.Accepted(var acts, var texts) -> {
          var by = command instanceof Command.EnterFor entry ? entry.actor(actor) : actor;
          var drafts =
              acts.stream()
                  .map(
                      act ->
                          new Draft(
                              ActCodec.type(act),
                              ActCodec.version(ActCodec.type(act)),
                              ActCodec.write(act),
                              now,
                              by))
                  .toList();
          var appended = journal.append(stream, dossier.sequence(), drafts, texts);
          if (appended.isPresent()) {
            return new Outcome.Done(appended.get());
          }
        }
      }
    }
    return new Outcome.Refused(List.of(Message.of("refusal.busy")));
  }

  /// The state of a stream, with every act that is durable now.
  public Dossier dossier(StreamId stream) {
    var before = known.getOrDefault(stream, Dossier.before(stream));
    var newer = journal.stream(stream, before.sequence());
    if (newer.isEmpty()) {
      return before;
    }
    var after = before.after(newer);
    known.merge(stream, after, (a, b) -> a.sequence() >= b.sequence() ? a : b);
    return after;
  }

  /// The journal, for those who read acts as they are.
  public JournalStore journal() {
    return journal;
  }
}
