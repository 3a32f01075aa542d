package nl.onzedata.core.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.dataset.Snapshots;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Plan;

/// Checks queries and runs those that stay inside what was agreed: trace, check, count, protect,
/// compute. Nothing else makes a [Release]. Safe for use by many threads.
public final class Queries {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Engine engine;
  private final Snapshots snapshots;

  public Queries(Engine engine, Snapshots snapshots) {
    this.engine = engine;
    this.snapshots = snapshots;
  }

  /// Runs queries together, as one relation set: all of them or none.
  ///
  /// @param twin on synthetic twins instead of records
  public QueryOutcome run(
      List<Asked> asked,
      Mandate mandate,
      List<Contract> contracts,
      Question question,
      boolean twin) {
    var checker = new Checker(contracts);
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
    var scope = new Scope(mandate, contracts);
    try {
      return run(checked, scope, twin);
    } catch (EngineException.Busy e) {
      return new QueryOutcome.Busy();
    } catch (EngineException.TimeOut e) {
      return new QueryOutcome.TimedOut();
    } catch (EngineException.Failed e) {
      return new QueryOutcome.Failed();
    }
  }

  private QueryOutcome run(Map<Asked, CheckedQuery> checked, Scope scope, boolean twin) {
    var datasets = new TreeSet<String>();
    checked.values().forEach(query -> datasets.addAll(query.datasets()));
    var inputs = new ArrayList<Snapshot>();
    for (var dataset : datasets) {
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
    var cores = new ArrayList<Core>();
    checked.values().forEach(query -> cores.addAll(query.cores()));
    if (cores.stream().map(core -> core.population().alone()).distinct().count() > 1) {
      return new QueryOutcome.Unprotectable();
    }
    if (cores.isEmpty()) {
      return released(checked, tables(checked, files), inputs, Set.of(), "");
    }
    return protectedRun(checked, cores, scope, inputs, files);
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
