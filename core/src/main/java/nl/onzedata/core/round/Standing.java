package nl.onzedata.core.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.MandateAct;
import nl.onzedata.core.journal.Phrase;

/// What the competent body decided about mandates, and which conditions of them were met; oldest
/// first. Immutable.
public record Standing(List<Ground> grounds, List<Met> met) {
  /// Before the body decided anything.
  public static final Standing NONE = new Standing(List.of(), List.of());

  public Standing {
    grounds = List.copyOf(grounds);
    met = List.copyOf(met);
  }

  /// A condition that was met.
  public record Met(String mandate, String clause, Instant when, Phrase text) {}

  /// The ground on which a mandate stands.
  public sealed interface Ground {
    /// The hash of the mandate.
    String mandate();

    /// Adopted in a round; the body bound itself to it.
    record Agreed(
        String mandate,
        int round,
        Phrase body,
        String decision,
        LocalDate date,
        Phrase advice,
        Optional<Phrase> ended)
        implements Ground {}

    /// Imposed without consent, until a moment.
    record Imposed(
        String mandate,
        Phrase body,
        String decision,
        Phrase law,
        List<Phrase> reasons,
        Phrase notified,
        boolean urgent,
        Instant from,
        Instant until,
        Optional<Phrase> ended)
        implements Ground {}

    /// Why it ended before its time.
    Optional<Phrase> ended();

    /// Whether it holds at a moment. The period of the mandate itself is checked at every run.
    default boolean holds(Instant now) {
      return ended().isEmpty()
          && switch (this) {
            case Agreed agreed -> true;
            case Imposed imposed -> now.isBefore(imposed.until());
          };
    }
  }

  /// The standing after one more act.
  public Standing apply(MandateAct act, Instant when) {
    return switch (act) {
      case MandateAct.MandateInForce(
              var mandate,
              var round,
              var body,
              var decision,
              var date,
              var advice) ->
          and(new Ground.Agreed(mandate, round, body, decision, date, advice, Optional.empty()));
      case MandateAct.Departed(
              var mandate,
              var body,
              var decision,
              var law,
              var reasons,
              var notified,
              var urgent,
              var until) ->
          and(
              new Ground.Imposed(
                  mandate,
                  body,
                  decision,
                  law,
                  reasons,
                  notified,
                  urgent,
                  when,
                  until,
                  Optional.empty()));
      case MandateAct.ConditionMet(var mandate, var clause, var text) -> {
        var all = new ArrayList<>(met);
        all.add(new Met(mandate, clause, when, text));
        yield new Standing(grounds, all);
      }
      case MandateAct.MandateEnded(var mandate, var reason) ->
          new Standing(
              grounds.stream()
                  .map(ground -> ground.mandate().equals(mandate) ? ended(ground, reason) : ground)
                  .toList(),
              met);
    };
  }

  /// The ground that holds now: the last one that the body decided on.
  public Optional<Ground> now(Instant now) {
    return grounds.reversed().stream().filter(ground -> ground.holds(now)).findFirst();
  }

  private Standing and(Ground ground) {
    var all = new ArrayList<>(grounds);
    all.add(ground);
    return new Standing(all, met);
  }

  private static Ground ended(Ground ground, Phrase reason) {
    if (ground.ended().isPresent()) {
      return ground;
    }
    return switch (ground) {
      case Ground.Agreed agreed ->
          new Ground.Agreed(
              agreed.mandate(),
              agreed.round(),
              agreed.body(),
              agreed.decision(),
              agreed.date(),
              agreed.advice(),
              Optional.of(reason));
      case Ground.Imposed imposed ->
          new Ground.Imposed(
              imposed.mandate(),
              imposed.body(),
              imposed.decision(),
              imposed.law(),
              imposed.reasons(),
              imposed.notified(),
              imposed.urgent(),
              imposed.from(),
              imposed.until(),
              Optional.of(reason));
    };
  }
}
