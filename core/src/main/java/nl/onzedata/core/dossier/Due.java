package nl.onzedata.core.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.mandate.Mandate.Condition;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.round.Standing.Ground;
import nl.onzedata.core.round.Standing.Met;

/// A condition of a mandate, and the day before which it must be met again. From that day on
/// nothing runs under the mandate until it is.
///
/// @param clause such as `conditions/0`
/// @param since when it was met last, or else when the mandate began
/// @param last how it was met last
public record Due(
    String clause, Condition condition, LocalDate since, LocalDate before, Optional<Met> last) {

  /// Whether it should have been met by now.
  public boolean isOverdue(Instant now) {
    return !LocalDate.ofInstant(now, Rules.HERE).isBefore(before);
  }

  /// The conditions of what holds at a moment, in the order of the mandate.
  public static List<Due> of(Dossier dossier, Instant now) {
    return dossier.standing().now(now).map(ground -> of(dossier, ground)).orElse(List.of());
  }

  /// The conditions of what the body decided on; none if its text cannot be read, and then nothing
  /// runs on it.
  public static List<Due> of(Dossier dossier, Ground ground) {
    var artefact = dossier.project().artefact(ground.mandate());
    if (artefact.isEmpty()
        || !(MandateReading.read(artefact.get().definition())
            instanceof MandateReading.Fine(var mandate))) {
      return List.of();
    }
    var began =
        switch (ground) {
          case Ground.Agreed agreed -> agreed.date();
          case Ground.Imposed imposed -> LocalDate.ofInstant(imposed.from(), Rules.HERE);
        };
    var start = began.isAfter(mandate.from()) ? began : mandate.from();
    var dues = new ArrayList<Due>();
    for (int i = 0; i < mandate.conditions().size(); i++) {
      var condition = mandate.conditions().get(i);
      var clause = "conditions/" + i;
      var last =
          dossier.standing().met().reversed().stream()
              .filter(met -> met.mandate().equals(ground.mandate()))
              .filter(met -> met.clause().equals(clause))
              .filter(met -> !LocalDate.ofInstant(met.when(), Rules.HERE).isBefore(began))
              .findFirst();
      var since =
          last.map(met -> LocalDate.ofInstant(met.when(), Rules.HERE))
              .filter(day -> day.isAfter(start))
              .orElse(start);
      dues.add(
          new Due(clause, condition, since, since.plus(Period.parse(condition.every())), last));
    }
    return dues;
  }
}
