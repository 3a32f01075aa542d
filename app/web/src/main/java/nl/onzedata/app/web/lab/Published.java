package nl.onzedata.app.web.lab;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.onzedata.core.dashboard.Dashboard;
import nl.onzedata.core.dashboard.DashboardReading;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.query.Release;
import nl.onzedata.core.query.ReleaseJson;
import nl.onzedata.core.query.Releases;
import nl.onzedata.core.round.Standing.Ground;

/// A publication of a project with its figures, held against what the log says of it. Immutable.
///
/// @param act where the log tells of it
/// @param release its figures
/// @param json the bytes that the log's digest is of
public record Published(Dossier dossier, Dossier.Release act, Release release, String json) {
  /// A publication, or why there are no figures to show.
  public sealed interface Found {
    /// Its figures are those that the log names.
    record Fits(Published published) implements Found {}

    /// What is kept is not what the log names: nothing of it may be shown.
    ///
    /// @param found digest of what is kept; empty if nothing is
    record Broken(Dossier.Release act, Optional<String> found) implements Found {}
  }

  /// The publication with that id, checked against the log now; empty if there is none.
  static Optional<Found> find(Dossier dossier, String id, Releases releases) {
    return dossier.releases().stream()
        .filter(known -> known.act().release().equals(id))
        .findFirst()
        .map(known -> check(dossier, known, releases));
  }

  /// The last publication.
  static Optional<Found> latest(Dossier dossier, Releases releases) {
    return dossier.releases().isEmpty()
        ? Optional.empty()
        : Optional.of(check(dossier, dossier.releases().getLast(), releases));
  }

  private static Found check(Dossier dossier, Dossier.Release act, Releases releases) {
    var json =
        releases
            .byId(act.act().release())
            .filter(kept -> kept.project().equals(dossier.stream()))
            .map(Releases.Kept::json);
    var found = json.map(ReleaseJson::hash);
    return found.filter(act.act().hash()::equals).isPresent()
        ? new Found.Fits(new Published(dossier, act, ReleaseJson.read(json.get()), json.get()))
        : new Found.Broken(act, found);
  }

  /// Its id.
  public String id() {
    return act.act().release();
  }

  /// When it was published.
  public Instant time() {
    return act.entry().time();
  }

  /// Its path.
  public String path() {
    return "/" + dossier.stream() + "/results/" + id();
  }

  /// The figures of one artefact.
  Optional<Release.Table> table(String artefact) {
    return release.tables().stream().filter(t -> t.artefact().equals(artefact)).findFirst();
  }

  /// The definition that an artefact's figures were made with.
  Optional<Artefact> definition(String artefact) {
    return table(artefact).flatMap(table -> dossier.project().artefact(table.hash()));
  }

  /// The text of the mandate that it ran under.
  public Optional<Artefact> mandate() {
    return dossier.project().artefact(act.act().mandate());
  }

  /// The decision that it ran under: the last one on its mandate from before it was published.
  public Optional<Ground> ground() {
    return dossier.standing().grounds().reversed().stream()
        .filter(ground -> ground.mandate().equals(act.act().mandate()))
        .filter(ground -> !(ground instanceof Ground.Imposed i) || !i.from().isAfter(time()))
        .findFirst();
  }

  /// The decision without consent that it ran under, if that is what it ran under.
  public Optional<Ground.Imposed> imposed() {
    return ground()
        .flatMap(
            g -> g instanceof Ground.Imposed imposed ? Optional.of(imposed) : Optional.empty());
  }

  /// How many figures there are, hidden ones included, and how many of them are hidden.
  public long figures() {
    return release.tables().stream()
        .mapToLong(t -> (long) t.rows().size() * t.values().size())
        .sum();
  }

  /// How many figures are hidden.
  public long hidden() {
    return release.tables().stream()
        .flatMap(table -> table.rows().stream())
        .mapToLong(row -> row.hidden().size())
        .sum();
  }

  /// The dashboards of the project: of each the last version that was adopted in a round, or else
  /// the last one.
  List<Dashboard> dashboards() {
    return dossier.project().latest(ArtefactKind.DASHBOARD).stream()
        .map(latest -> adopted(latest.id()).orElse(latest))
        .map(artefact -> DashboardReading.read(artefact.definition()))
        .flatMap(
            read ->
                read instanceof DashboardReading.Fine(var dashboard)
                    ? Stream.of(dashboard)
                    : Stream.empty())
        .toList();
  }

  private Optional<Artefact> adopted(String id) {
    var hashes =
        dossier.rounds().stream()
            .filter(round -> round.outcome().filter(Outcome.ADOPTED::equals).isPresent())
            .flatMap(round -> round.artefacts().stream())
            .toList();
    return dossier.project().artefacts().reversed().stream()
        .filter(a -> a.kind() == ArtefactKind.DASHBOARD && a.id().equals(id))
        .filter(a -> hashes.contains(a.hash()))
        .findFirst();
  }
}
