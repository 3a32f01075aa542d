package nl.onzedata.core.mandate;

import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Known;
import nl.onzedata.core.mandate.Mandate.Magnitude;
import nl.onzedata.core.mandate.Mandate.Measure;
import nl.onzedata.core.mandate.Mandate.Protection;
import nl.onzedata.core.mandate.Mandate.Rounding;
import nl.onzedata.core.mandate.MandateDiff.Effect;
import nl.onzedata.core.words.Words;
import org.jspecify.annotations.Nullable;

/// What changed in what protects figures beyond minimum frequencies.
final class ProtectionDiff {
  private final Words words;
  private final Changes changes;

  ProtectionDiff(Words words, Changes changes) {
    this.words = words;
    this.changes = changes;
  }

  void compare(Protection was, Protection is) {
    Changes.both(
        Changes.byKey(was.magnitudes(), rule -> Part.written(rule.measure())),
        Changes.byKey(is.magnitudes(), rule -> Part.written(rule.measure())),
        of -> changes.narrows("disclosure/" + of, "magnitude-added", "of", of(of)),
        of -> changes.widens("disclosure/" + of, "magnitude-removed", "of", of(of)),
        this::magnitude);
    for (var of : Measure.values()) {
      rounding(of, was.rounding().get(of), is.rounding().get(of));
    }
    least(was.population().orElse(1), is.population().orElse(1));
    Changes.both(
        Changes.byKey(was.known(), Known::file),
        Changes.byKey(is.known(), Known::file),
        file -> changes.narrows("known/" + file, "known-added", "file", file),
        file -> changes.widens("known/" + file, "known-removed", "file", file),
        (before, after) -> {
          if (!before.equals(after)) {
            changes.shifts("known/" + after.file(), "known-changed", "file", after.file());
          }
        });
    yearly(was, is);
  }

  private String of(String measure) {
    return words.say("mandate.of." + measure);
  }

  private void magnitude(Magnitude was, Magnitude is) {
    if (was.rule() != is.rule()) {
      changes.shifts(
          Mandate.clause(is.measure()),
          "magnitude-rule",
          "of",
          of(Part.written(is.measure())),
          "before",
          words.say("mandate.rule." + Part.written(was.rule())),
          "after",
          words.say("mandate.rule." + Part.written(is.rule())));
    } else if (was.orEqual() != is.orEqual()) {
      changes.add(
          was.orEqual(),
          Mandate.clause(is.measure()),
          is.orEqual() ? "magnitude-or-equal" : "magnitude-strict",
          "of",
          of(Part.written(is.measure())));
    }
  }

  /// Coarser multiples say less only if each is a multiple of the finer ones too.
  private void rounding(Measure measure, @Nullable Rounding was, @Nullable Rounding is) {
    var clause = Mandate.clause(measure) + "/rounding";
    var of = of(Part.written(measure));
    if (was == null && is != null) {
      changes.narrows(clause, "rounding-added", "of", of, "base", Integer.toString(is.base()));
    } else if (was != null && is == null) {
      changes.widens(clause, "rounding-removed", "of", of);
    } else if (was != null && is != null && !was.equals(is)) {
      var effect =
          was.method() != is.method() || was.base() == is.base()
              ? Effect.SHIFTS
              : is.base() % was.base() == 0
                  ? Effect.NARROWS
                  : was.base() % is.base() == 0 ? Effect.WIDENS : Effect.SHIFTS;
      changes.add(
          effect,
          clause,
          "rounding",
          "of",
          of,
          "before",
          was.base() + " (" + words.say("mandate.method." + Part.written(was.method())) + ")",
          "after",
          is.base() + " (" + words.say("mandate.method." + Part.written(is.method())) + ")");
    }
  }

  private void least(long was, long is) {
    if (was != is) {
      changes.add(
          is < was,
          "population",
          "population",
          "before",
          Long.toString(was),
          "after",
          Long.toString(is));
    }
  }

  private void yearly(Protection was, Protection is) {
    if (was.yearlyMaximum().equals(is.yearlyMaximum())) {
      return;
    }
    if (is.yearlyMaximum().isEmpty()) {
      changes.widens("yearly-maximum", "yearly-maximum-removed");
    } else {
      long most = is.yearlyMaximum().getAsLong();
      boolean wider = was.yearlyMaximum().isPresent() && most > was.yearlyMaximum().getAsLong();
      changes.add(wider, "yearly-maximum", "yearly-maximum", "after", Long.toString(most));
    }
  }
}
