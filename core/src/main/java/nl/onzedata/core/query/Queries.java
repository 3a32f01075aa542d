package nl.onzedata.core.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.dataset.Snapshots;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Purposes;
import nl.onzedata.core.project.Project;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Plan;

/// Checks queries and runs those that stay inside what was agreed: trace, check, count, protect,
/// compute. Nothing else makes a [Release]. Safe for use by many threads.
public final class Queries {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Engine engine;
  private final Snapshots snapshots;
  private final Objections objections;

  /// @param objections whom to leave out of everything that is about people
  public Queries(Engine engine, Snapshots snapshots, Objections objections) {
    this.engine = engine;
    this.snapshots = snapshots;
    this.objections = objections;
  }

  /// Runs queries together, as one relation set: all of them or none.
  ///
  /// @param checker of all datasets that may be named
  /// @param twin on synthetic twins instead of records
  public QueryOutcome run(
      List<Asked> asked, Mandate mandate, Checker checker, Question question, boolean twin) {
    var checked = new LinkedHashMap<Asked, CheckedQuery>();
    var refusals = new LinkedHashMap<String, List<Refusal>>();
    for (var each : asked) {
      switch (checker.check(each.sql(), mandate, question)) {
        case Verdict.Accepted(var query) -> checked.put(each, query);
        case Verdict.Refused(var reasons) -> refusals.put(each.artefact(), reasons);
      }
    }
    if (!refusals.isEmpty()) {
      return new QueryOutcome.Refused(refusals);
    }
    try {
      var lists = twin ? List.<ObjectionList>of() : lists(mandate, question);
      return run(checked, checker.scope(mandate, lists), twin);
    } catch (Objections.Unreadable e) {
      return new QueryOutcome.Damaged(e.dataset(), e.list());
    } catch (EngineException.Busy e) {
      return new QueryOutcome.Busy();
    } catch (EngineException.TimeOut e) {
      return new QueryOutcome.TimedOut();
    } catch (EngineException.Failed e) {
      return new QueryOutcome.Failed();
    }
  }

  /// A list that acts tell of and that is not there as they tell it, or was put back to an earlier
  /// one: then nothing may run.
  public Optional<QueryOutcome.Damaged> missing(List<Project.Objection> told) {
    try {
      var inForce = objections.inForce();
      return told.stream()
          .filter(each -> inForce.stream().noneMatch(list -> isAfter(list, each)))
          .findFirst()
          .map(each -> new QueryOutcome.Damaged(each.dataset(), each.list()));
    } catch (Objections.Unreadable e) {
      return Optional.of(new QueryOutcome.Damaged(e.dataset(), e.list()));
    }
  }

  /// Whether a list is the one that was told of, or took its place.
  private static boolean isAfter(ObjectionList list, Project.Objection told) {
    return list.dataset().equals(told.dataset())
        && list.purpose().equals(told.purpose())
        && (list.version() > told.version()
            || (list.id().equals(told.list()) && list.commitment().equals(told.digest())));
  }

  /// The lists of whom objected to this purpose: to a wider one, which it is part of, or to a
  /// narrower one, which it may be about. Nobody objected to an invented twin.
  private List<ObjectionList> lists(Mandate mandate, Question question) {
    return objections.inForce().stream()
        .filter(
            list ->
                Purposes.areRelated(list.purpose(), mandate.purpose().code())
                    || Purposes.areRelated(list.purpose(), question.purpose()))
        .sorted(Comparator.comparing(ObjectionList::dataset).thenComparing(ObjectionList::purpose))
        .toList();
  }

  private QueryOutcome run(Map<Asked, CheckedQuery> checked, Scope scope, boolean twin) {
    var leftOut = scope.leftOut();
    if (leftOut.isRound()) {
      return new QueryOutcome.Unprotectable();
    }
    var named = new TreeSet<String>();
    checked.values().forEach(query -> named.addAll(query.datasets()));
    var lists = leftOut.lists(named);
    for (var list : lists.values()) {
      if (!leftOut.fits(list) || !objections.isWhole(list)) {
        return new QueryOutcome.Damaged(list.dataset(), list.id());
      }
    }
    var inputs = new ArrayList<Snapshot>();
    for (var dataset : leftOut.datasets(named)) {
      var latest = snapshots.latest(dataset, twin);
      if (latest.isEmpty()) {
        return new QueryOutcome.NoData(dataset);
      }
      if (!snapshots.isWhole(latest.get())) {
        return new QueryOutcome.Damaged(dataset, latest.get().id());
      }
      inputs.add(latest.get());
    }
    var files = new TreeMap<String, Path>();
    inputs.forEach(
        snapshot -> files.put(snapshot.dataset().replace('/', '.'), snapshots.file(snapshot)));
    lists.forEach(
        (table, list) -> {
          files.put(table, objections.file(list));
          inputs.add(list.snapshot());
        });
    var cores = new ArrayList<Core>();
    checked.values().forEach(query -> cores.addAll(query.cores()));
    if (!standTogether(cores, scope)) {
      return new QueryOutcome.Unprotectable();
    }
    if (cores.isEmpty()) {
      return released(checked, tables(checked, files), inputs, Set.of(), "");
    }
    return protectedRun(checked, cores, scope, inputs, files);
  }

  /// Whether figures can be one relation set: they are about the same people, and whatever one
  /// column says of another is known.
  static boolean standTogether(List<Core> cores, Scope scope) {
    return cores.stream().map(core -> core.population().alone()).distinct().count() <= 1
        && Partners.areOneWay(cores)
        && AtomSpace.unknownLevels(cores).isEmpty()
        && Populations.addUp(cores)
        && SharedParts.among(cores, scope).isEmpty();
  }

  private QueryOutcome protectedRun(
      Map<Asked, CheckedQuery> checked,
      List<Core> cores,
      Scope scope,
      List<Snapshot> inputs,
      Map<String, Path> files) {
    var rule = scope.mandate().disclosure(Mandate.Measure.COUNT);
    var space = AtomSpace.of(cores);
    if (rule.isEmpty() || space.isEmpty()) {
      return new QueryOutcome.Unprotectable();
    }
    var counted = new Counted(scope, space.get(), cores);
    var answer = engine.run(Dialect.DUCKDB.sql(counted.plan()), files, LIMIT);
    long[] counts = counted.counts(answer);
    var figures = new Protecting(space.get(), counts, rule.get()).protect(cores);
    if (figures.isEmpty()) {
      return new QueryOutcome.Unprotectable();
    }
    var tables = tables(checked, files);
    checked.forEach(
        (asked, query) -> {
          if (!query.isOpen()) {
            var beside = beside(query, files);
            var computing = new Computing(query.pieces(), space.get(), figures.get(), beside);
            tables.put(asked.artefact(), Tabulating.cells(asked, query, computing));
          }
        });
    var population = cores.getFirst().population();
    return released(
        checked,
        tables,
        inputs,
        Set.of("kind " + population.kind(), "dataset " + population.dataset()),
        Arrays.toString(counts));
  }

  /// What open data say beside the cells of a query.
  private Map<Plan, Rows> beside(CheckedQuery query, Map<String, Path> files) {
    var beside = new LinkedHashMap<Plan, Rows>();
    for (var part : query.pieces().open()) {
      var only = new TreeMap<>(files);
      only.keySet().retainAll(OpenBeside.tables(part));
      beside.put(part, engine.run(Dialect.DUCKDB.sql(part), only, LIMIT));
    }
    return beside;
  }

  /// The tables of queries on open data.
  private Map<String, Release.Table> tables(
      Map<Asked, CheckedQuery> checked, Map<String, Path> files) {
    var tables = new LinkedHashMap<String, Release.Table>();
    checked.forEach(
        (asked, query) -> {
          if (query.isOpen()) {
            var sql = Dialect.DUCKDB.sql(query.traced().plan());
            var only = new TreeMap<>(files);
            only.keySet().retainAll(query.traced().lineage().rows());
            tables.put(
                asked.artefact(), Tabulating.open(asked, query, engine.run(sql, only, LIMIT)));
          }
        });
    return tables;
  }

  private QueryOutcome released(
      Map<Asked, CheckedQuery> checked,
      Map<String, Release.Table> tables,
      List<Snapshot> inputs,
      Set<String> subjects,
      String unprotected) {
    var uses = new LinkedHashSet<CheckedQuery.Granted>();
    checked.values().forEach(query -> uses.addAll(query.uses()));
    var inOrder = new ArrayList<Release.Table>();
    for (var asked : checked.keySet()) {
      var table = tables.get(asked.artefact());
      if (table != null) {
        inOrder.add(table);
      }
    }
    return new QueryOutcome.Released(new Release(inOrder), uses, inputs, subjects, unprotected);
  }
}
