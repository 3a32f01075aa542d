package nl.onzedata.core.mandate;

import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.MandateDiff.Effect;

/// What changed in what a mandate is for, on which ground, how long, and for whom.
final class HeadDiff {
  private final Naming naming;
  private final Changes changes;

  HeadDiff(Naming naming, Changes changes) {
    this.naming = naming;
    this.changes = changes;
  }

  void compare(Mandate before, Mandate after) {
    if (!before.id().equals(after.id())) {
      changes.shifts("mandate", "id", "before", before.id(), "after", after.id());
    }
    purpose(before.purpose(), after.purpose());
    if (!before.legalBasis().equals(after.legalBasis())) {
      changes.shifts("legal-basis", "basis", "before", basis(before), "after", basis(after));
    }
    if (before.term() != after.term()) {
      boolean wider = after.term() == Mandate.Term.STRUCTURAL;
      changes.add(wider, "term", wider ? "structural" : "experiment");
    }
    if (!before.from().equals(after.from())) {
      changes.add(
          after.from().isBefore(before.from()),
          "period",
          "from",
          "before",
          naming.day(before.from()),
          "after",
          naming.day(after.from()));
    }
    if (!before.until().equals(after.until())) {
      changes.add(
          after.until().isAfter(before.until()),
          "period",
          "until",
          "before",
          naming.day(before.until()),
          "after",
          naming.day(after.until()));
    }
    if (before.audience() != after.audience()) {
      changes.add(
          after.audience().compareTo(before.audience()) > 0,
          "audience",
          "audience-" + Part.written(after.audience()));
    }
  }

  private static String basis(Mandate mandate) {
    return mandate.legalBasis().law() + " (" + mandate.legalBasis().gdpr() + ")";
  }

  private void purpose(Mandate.Purpose before, Mandate.Purpose after) {
    if (!before.code().equals(after.code())) {
      var effect =
          Purposes.subsumes(after.code(), before.code())
              ? Effect.WIDENS
              : Purposes.subsumes(before.code(), after.code()) ? Effect.NARROWS : Effect.SHIFTS;
      changes.add(
          effect,
          "purpose",
          "purpose",
          "before",
          naming.say(Purposes.name(before.code())),
          "after",
          naming.say(Purposes.name(after.code())));
    }
    if (!before.text().equals(after.text())) {
      changes.shifts(
          "purpose",
          "purpose-text",
          "before",
          naming.say(before.text()),
          "after",
          naming.say(after.text()));
    }
    for (var code : Changes.only(after.notFor(), before.notFor())) {
      changes.narrows("purpose/not-for/" + code, "not-for-added", "name", purposeName(code));
    }
    for (var code : Changes.only(before.notFor(), after.notFor())) {
      changes.widens("purpose/not-for/" + code, "not-for-removed", "name", purposeName(code));
    }
  }

  private String purposeName(String code) {
    return naming.say(Purposes.name(code));
  }
}
