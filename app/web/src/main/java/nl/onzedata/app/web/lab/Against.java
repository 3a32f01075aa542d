package nl.onzedata.app.web.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.query.Question;

/// What texts are held against: the mandate in force, or else the one that was proposed last.
/// Immutable.
///
/// @param mandate empty if there is none, not even proposed
/// @param basis empty if there is none that can be read
/// @param today where the authority is
public record Against(
    Kind kind, Optional<Artefact> mandate, Optional<Basis> basis, LocalDate today) {
  /// Which mandate it is.
  public enum Kind {
    IN_FORCE,
    PROPOSED,
    NONE,
    BROKEN
  }

  /// The mandate of a project at a moment.
  static Against of(Dossier dossier, Instant now) {
    var inForce =
        dossier.standing().now(now).flatMap(ground -> dossier.project().artefact(ground.mandate()));
    var mandate =
        inForce.or(
            () ->
                dossier.project().artefacts().reversed().stream()
                    .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
                    .findFirst());
    var basis =
        mandate.flatMap(
            artefact ->
                Basis.of(dossier, artefact) instanceof Basis.Read.Usable(var usable)
                    ? Optional.of(usable)
                    : Optional.<Basis>empty());
    var kind =
        mandate.isEmpty()
            ? Kind.NONE
            : basis.isEmpty() ? Kind.BROKEN : inForce.isPresent() ? Kind.IN_FORCE : Kind.PROPOSED;
    return new Against(kind, mandate, basis, Days.of(now));
  }

  /// Whether the mandate of that digest is in force.
  boolean isInForce(String hash) {
    return kind == Kind.IN_FORCE && mandate.filter(m -> m.hash().equals(hash)).isPresent();
  }

  /// What a text asks: what the mandate says it is for, today. A proposal is tried on the nearest
  /// day on which it would hold.
  Question question() {
    var read = basis.orElseThrow().mandate();
    var on = today;
    if (kind == Kind.PROPOSED) {
      on = on.isBefore(read.from()) ? read.from() : on.isAfter(read.until()) ? read.until() : on;
    }
    return Question.of(read, on);
  }
}
