package nl.onzedata.app.server;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.onzedata.app.web.round.SideBySide;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.query.Asked;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.QueryOutcome;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.Refusal;
import nl.onzedata.core.words.Message;
import nl.onzedata.lineage.Place;

/// Compares two definitions on the synthetic twins. Safe for use by many threads.
final class TwinComparison implements SideBySide {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private final Queries queries;
  private final InstantSource clock;

  TwinComparison(Queries queries, InstantSource clock) {
    this.queries = queries;
    this.clock = clock;
  }

  @Override
  public Comparison compare(Dossier dossier, String artefact, String alternative) {
    var current =
        dossier
            .project()
            .latest(ArtefactKind.INDICATOR, artefact)
            .map(version -> version.definition())
            .orElse("");
    return new Comparison(side(dossier, artefact, current), side(dossier, artefact, alternative));
  }

  private Side side(Dossier dossier, String artefact, String sql) {
    var mandate =
        dossier
            .standing()
            .now(clock.instant())
            .flatMap(ground -> dossier.project().artefact(ground.mandate()))
            .or(
                () ->
                    dossier.project().latest(ArtefactKind.MANDATE).stream()
                        .reduce((first, last) -> last));
    if (mandate.isEmpty()
        || !(Basis.of(dossier, mandate.get()) instanceof Basis.Read.Usable(var basis))) {
      return refused(Message.of("publish.no-mandate"));
    }
    var today = LocalDate.ofInstant(clock.instant(), HERE);
    var asked = new Asked(artefact, "sha256:" + Leaf.sha256(sql), sql);
    return switch (queries.run(
        List.of(asked),
        basis.mandate(),
        basis.checker(),
        Question.of(basis.mandate(), today),
        true)) {
      case QueryOutcome.Released released ->
          new Side.Figures(released.release().tables().getFirst());
      case QueryOutcome.Refused refused ->
          new Side.Refused(refused.refusals().values().stream().flatMap(List::stream).toList());
      case QueryOutcome other -> refused(other.why().orElseThrow());
    };
  }

  private static Side refused(Message why) {
    return new Side.Refused(
        List.of(new Refusal("RUN", "", "", Place.START, why, Optional.empty())));
  }
}
