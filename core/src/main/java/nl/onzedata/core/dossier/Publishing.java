package nl.onzedata.core.dossier;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.RunAct;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.project.Project;
import nl.onzedata.core.query.Asked;
import nl.onzedata.core.query.CheckedQuery;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.QueryOutcome;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.ReleaseJson;
import nl.onzedata.core.query.Releases;
import nl.onzedata.core.words.Message;

/// Publishes the figures of a project: all that the mandate in force names, run together,
/// protected
/// together, kept, and recorded as one act. Safe for use by many threads; one publication at a
/// time.
public final class Publishing {
  private final Desk desk;
  private final Queries queries;
  private final Releases releases;
  private final InstantSource clock;
  private final SecureRandom random;

  /// What each run is recorded with.
  private final String engine;

  /// @param engine name and version
  public Publishing(
      Desk desk,
      Queries queries,
      Releases releases,
      InstantSource clock,
      SecureRandom random,
      String engine) {
    this.desk = desk;
    this.queries = queries;
    this.releases = releases;
    this.clock = clock;
    this.random = random;
    this.engine = engine;
  }

  /// What came of publishing.
  public sealed interface Outcome {
    /// The release is there, and stands in the log.
    record Published(String release) implements Outcome {}

    /// Nothing was published, for these reasons.
    record Not(List<Message> reasons) implements Outcome {
      public Not {
        reasons = List.copyOf(reasons);
      }
    }

    /// Nothing was published: these queries go further than was agreed.
    record Refused(QueryOutcome.Refused refused) implements Outcome {}
  }

  /// Publishes, or says why not. The same data, mandate and definitions give the same release, and
  /// publishing it again changes nothing.
  public synchronized Outcome publish(StreamId project, Actor actor) {
    var dossier = desk.dossier(project);
    var ground = dossier.standing().now(clock.instant());
    if (ground.isEmpty()) {
      return not("publish.no-mandate");
    }
    return switch (Basis.of(dossier, ground.get().mandate())
        .orElse(new Basis.Read.Unusable(List.of()))) {
      case Basis.Read.Unusable(var problems) ->
          not(
              "publish.unusable",
              "problems",
              problems.stream().map(p -> p.path()).collect(Collectors.joining(", ")));
      case Basis.Read.Usable(var basis) -> publish(dossier, basis, actor);
    };
  }

  private static Outcome not(String code, String... namesAndValues) {
    return new Outcome.Not(List.of(Message.of(code, namesAndValues)));
  }

  private Outcome publish(Dossier dossier, Basis basis, Actor actor) {
    var asked = new ArrayList<Asked>();
    for (var named : basis.mandate().artefacts()) {
      var artefact = dossier.project().artefact(named.hash());
      if (artefact.isEmpty()) {
        return not("publish.artefact", "artefact", named.id());
      }
      asked.add(new Asked(named.id(), named.hash(), artefact.get().definition()));
    }
    if (asked.isEmpty()) {
      return not("publish.nothing");
    }
    var overdue =
        Due.of(dossier, clock.instant()).stream()
            .filter(due -> due.isOverdue(clock.instant()))
            .map(due -> Message.of("refusal.condition-overdue", BodyRules.arguments(due)))
            .toList();
    if (!overdue.isEmpty()) {
      var hashes = asked.stream().map(Asked::hash).toList();
      record(dossier.stream(), new RunAct.RunRefused(hashes, List.of("CONDITION")), actor);
      return new Outcome.Not(overdue);
    }
    var missing = queries.missing(told(dossier.stream()));
    if (missing.isPresent()) {
      return new Outcome.Not(List.of(missing.get().why().orElseThrow()));
    }
    var today = LocalDate.ofInstant(clock.instant(), Rules.HERE);
    var outcome =
        queries.run(
            asked, basis.mandate(), basis.checker(), Question.of(basis.mandate(), today), false);
    return switch (outcome) {
      case QueryOutcome.Released released -> keep(dossier, basis, asked, released, actor);
      case QueryOutcome.Refused refused -> {
        var hashes = asked.stream().map(Asked::hash).toList();
        record(dossier.stream(), new RunAct.RunRefused(hashes, refused.codes()), actor);
        yield new Outcome.Refused(refused);
      }
      case QueryOutcome.NoData no -> new Outcome.Not(List.of(no.why().orElseThrow()));
      case QueryOutcome.Damaged no -> new Outcome.Not(List.of(no.why().orElseThrow()));
      case QueryOutcome.Unprotectable no -> new Outcome.Not(List.of(no.why().orElseThrow()));
      case QueryOutcome.Busy no -> new Outcome.Not(List.of(no.why().orElseThrow()));
      case QueryOutcome.TimedOut no -> new Outcome.Not(List.of(no.why().orElseThrow()));
      case QueryOutcome.Failed no -> new Outcome.Not(List.of(no.why().orElseThrow()));
    };
  }

  /// The lists of objections that the acts of all projects of the authority tell of.
  private List<Project.Objection> told(StreamId project) {
    return desk.journal().streams(project.authority()).stream()
        .flatMap(stream -> desk.dossier(stream).project().objections().stream())
        .toList();
  }

  /// The lists of objections among the inputs of a run.
  private static Set<String> lists(List<String> inputs) {
    return inputs.stream().filter(ObjectionList::isNamed).collect(Collectors.toSet());
  }

  /// Keeps the release before its act is appended: an act never names a release that is not there.
  /// Whoever is cut short in between gets the same id the next time, and goes on.
  private Outcome keep(
      Dossier dossier,
      Basis basis,
      List<Asked> asked,
      QueryOutcome.Released released,
      Actor actor) {
    var json = ReleaseJson.write(released.release());
    var id =
        "r"
            + Leaf.sha256(dossier.stream() + "\n" + basis.mandate().hash() + "\n" + json)
                .substring(0, 16);
    var inputs = released.inputs().stream().map(Snapshot::id).toList();
    var before = releases.onSubjects(released.subjects());
    var earlier = before.stream().map(Releases.Kept::id).toList();
    if (dossier.releases().stream()
        .map(Dossier.Release::act)
        .filter(act -> earlier.contains(act.release()))
        .anyMatch(act -> !lists(act.snapshots()).equals(lists(inputs)))) {
      return withheld(dossier, asked, "publish.withheld-objections", actor);
    }
    if (before.stream().anyMatch(kept -> !kept.id().equals(id))) {
      return withheld(dossier, asked, "publish.withheld", actor);
    }
    var salt = new byte[32];
    random.nextBytes(salt);
    var kept =
        releases.save(
            new Releases.Kept(
                id,
                dossier.stream(),
                clock.instant(),
                released.subjects(),
                json,
                HexFormat.of().formatHex(salt)));
    if (dossier.releases().stream().anyMatch(release -> release.act().release().equals(id))) {
      return new Outcome.Published(id);
    }
    return record(
            dossier.stream(),
            new RunAct.ReleasePublished(
                id,
                basis.mandate().hash(),
                released.uses().stream()
                    .map(CheckedQuery.Granted::clause)
                    .distinct()
                    .sorted()
                    .toList(),
                asked.stream().map(Asked::hash).toList(),
                inputs,
                engine,
                ReleaseJson.hash(json),
                released.commitment(kept.saltHex())),
            actor)
        .<Outcome>map(Outcome.Not::new)
        .orElseGet(() -> new Outcome.Published(id));
  }

  /// Kept back because of what was released before. After a list changed that is always so,
  /// whatever the figures: otherwise it would tell whether one who objected is in them.
  private Outcome withheld(Dossier dossier, List<Asked> asked, String why, Actor actor) {
    record(
        dossier.stream(),
        new RunAct.ReleaseWithheld(asked.stream().map(Asked::hash).toList(), "EPOCH"),
        actor);
    return not(why);
  }

  /// Records an act; the reasons if that was refused.
  private Optional<List<Message>> record(StreamId stream, RunAct act, Actor actor) {
    return switch (desk.does(stream, new Command.RecordRun(act), actor)) {
      case Desk.Outcome.Done done -> Optional.empty();
      case Desk.Outcome.Refused(var reasons) -> Optional.of(reasons);
    };
  }
}
