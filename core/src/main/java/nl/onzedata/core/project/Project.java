package nl.onzedata.core.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Charter;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;

/// What a project is about, whom it affects, and what is designed in it. Immutable.
///
/// @param opened title, summary and form; nothing if there is no such project
/// @param groups affected groups in the order they were named
/// @param reports of missing groups, in the order they came
/// @param objections lists of whom is left out, oldest first
/// @param artefacts every version that was proposed, oldest first
public record Project(
    Optional<Opened> opened,
    Stage stage,
    Optional<Charter> charter,
    List<Group> groups,
    List<Report> reports,
    Map<Pseudonym, Set<Role>> roles,
    List<Dataset> datasets,
    List<Snapshot> snapshots,
    List<Objection> objections,
    List<Artefact> artefacts) {

  /// Before anything was done.
  public static final Project NONE =
      new Project(
          Optional.empty(),
          Stage.IDEA,
          Optional.empty(),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public Project {
    groups = List.copyOf(groups);
    reports = List.copyOf(reports);
    roles = Map.copyOf(roles);
    datasets = List.copyOf(datasets);
    snapshots = List.copyOf(snapshots);
    objections = List.copyOf(objections);
    artefacts = List.copyOf(artefacts);
  }

  /// How a project was opened.
  public record Opened(Phrase title, Phrase summary, Form form, Instant when) {}

  /// An affected group.
  public record Group(String id, Phrase name, Phrase why, boolean inData) {}

  /// A report that a group is missing, and the answer once there is one.
  public record Report(
      String id, Commitment text, LocalDate answerBefore, Optional<ReportAnswer> answer) {}

  /// The reasoned answer to a report.
  public record ReportAnswer(boolean accepted, Phrase reason) {}

  /// A dataset and its contract (ODCS YAML).
  public record Dataset(String id, String contract) {}

  /// Data that arrived, sealed.
  public record Snapshot(
      String dataset, String id, LocalDate referenceDate, boolean twin, Commitment digest) {}

  /// A list of who is left out of a dataset for a purpose, sealed; the last of its kind holds.
  public record Objection(
      String dataset, String purpose, int version, String list, Commitment digest) {}

  /// A version of an artefact.
  public record Artefact(
      ArtefactKind kind, String id, int version, Phrase title, String definition, String hash) {}

  /// The project after one more act.
  public Project apply(ProjectAct act, Instant when) {
    return switch (act) {
      case ProjectAct.ProjectOpened(var title, var summary, var form) ->
          with(Optional.of(new Opened(title, summary, form, when)));
      case ProjectAct.CharterPublished(var published) ->
          new Project(
              opened,
              stage,
              Optional.of(published),
              groups,
              reports,
              roles,
              datasets,
              snapshots,
              objections,
              artefacts);
      case ProjectAct.StageReached(var reached) ->
          new Project(
              opened,
              reached,
              charter,
              groups,
              reports,
              roles,
              datasets,
              snapshots,
              objections,
              artefacts);
      case ProjectAct.RoleGiven(var who, var role) -> withRole(who, role, true);
      case ProjectAct.RoleEnded(var who, var role) -> withRole(who, role, false);
      case ProjectAct.GroupNamed(var id, var name, var why, var inData) ->
          with(and(groups, new Group(id, name, why, inData)), reports);
      case ProjectAct.GroupReported(var id, var text, var before) ->
          with(groups, and(reports, new Report(id, text, before, Optional.empty())));
      case ProjectAct.GroupAnswered(var id, var accepted, var reason) ->
          with(
              groups,
              reports.stream()
                  .map(
                      report ->
                          report.id().equals(id)
                              ? new Report(
                                  id,
                                  report.text(),
                                  report.answerBefore(),
                                  Optional.of(new ReportAnswer(accepted, reason)))
                              : report)
                  .toList());
      case ProjectAct.DatasetAdded(var id, var contract) -> {
        var kept = datasets.stream().filter(dataset -> !dataset.id().equals(id)).toList();
        yield with(and(kept, new Dataset(id, contract)), snapshots, artefacts);
      }
      case ProjectAct.SnapshotLanded(var dataset, var id, var date, var twin, var digest) ->
          with(datasets, and(snapshots, new Snapshot(dataset, id, date, twin, digest)), artefacts);
      case ProjectAct.ObjectionsSupplied(
              var dataset,
              var purpose,
              var version,
              var list,
              var digest) ->
          withObjection(new Objection(dataset, purpose, version, list, digest));
      case ProjectAct.ArtefactProposed(
              var kind,
              var id,
              var version,
              var title,
              var definition,
              var hash) ->
          with(
              datasets,
              snapshots,
              and(artefacts, new Artefact(kind, id, version, title, definition, hash)));
    };
  }

  /// How many lists of objections came in for a dataset and purpose.
  public int objections(String dataset, String purpose) {
    return objections.stream()
        .filter(each -> each.dataset().equals(dataset) && each.purpose().equals(purpose))
        .mapToInt(Objection::version)
        .max()
        .orElse(0);
  }

  /// The roles that someone was given here.
  public Set<Role> rolesOf(Pseudonym who) {
    return roles.getOrDefault(who, Set.of());
  }

  /// The affected group with that id.
  public Optional<Group> group(String id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  /// The last version of each artefact of a kind, in the order of their first.
  public List<Artefact> latest(ArtefactKind kind) {
    var latest = new LinkedHashMap<String, Artefact>();
    artefacts.stream()
        .filter(artefact -> artefact.kind() == kind)
        .forEach(artefact -> latest.put(artefact.id(), artefact));
    return List.copyOf(latest.values());
  }

  /// The last version of one artefact.
  public Optional<Artefact> latest(ArtefactKind kind, String id) {
    return latest(kind).stream().filter(artefact -> artefact.id().equals(id)).findFirst();
  }

  /// The artefact version with that digest.
  public Optional<Artefact> artefact(String hash) {
    return artefacts.stream().filter(artefact -> artefact.hash().equals(hash)).findFirst();
  }

  private Project with(Optional<Opened> first) {
    return new Project(
        first, stage, charter, groups, reports, roles, datasets, snapshots, objections, artefacts);
  }

  private Project with(List<Group> newGroups, List<Report> newReports) {
    return new Project(
        opened,
        stage,
        charter,
        newGroups,
        newReports,
        roles,
        datasets,
        snapshots,
        objections,
        artefacts);
  }

  private Project with(
      List<Dataset> newDatasets, List<Snapshot> newSnapshots, List<Artefact> newArtefacts) {
    return new Project(
        opened,
        stage,
        charter,
        groups,
        reports,
        roles,
        newDatasets,
        newSnapshots,
        objections,
        newArtefacts);
  }

  private Project withObjection(Objection supplied) {
    return new Project(
        opened,
        stage,
        charter,
        groups,
        reports,
        roles,
        datasets,
        snapshots,
        and(objections, supplied),
        artefacts);
  }

  private Project withRole(Pseudonym who, Role role, boolean given) {
    var changed = EnumSet.noneOf(Role.class);
    changed.addAll(rolesOf(who));
    if (given) {
      changed.add(role);
    } else {
      changed.remove(role);
    }
    var all = new LinkedHashMap<>(roles);
    all.put(who, Set.copyOf(changed));
    return new Project(
        opened, stage, charter, groups, reports, all, datasets, snapshots, objections, artefacts);
  }

  private static <T> List<T> and(List<T> list, T one) {
    var all = new ArrayList<>(list);
    all.add(one);
    return all;
  }
}
