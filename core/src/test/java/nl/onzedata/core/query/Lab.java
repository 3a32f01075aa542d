package nl.onzedata.core.query;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.dataset.Snapshots;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.reference.Database;

/// Contracts and what was agreed about them, and runs on whatever rows.
record Lab(Checker checker, List<Contract> contracts, Mandate mandate) {
  /// A rule under which nothing is unsafe: every figure is shown.
  static final Disclosure EVERYTHING_SHOWN =
      new Disclosure(Mandate.Measure.COUNT, 1, 0, 0, true, false);

  Lab(List<Contract> contracts, Mandate mandate) {
    this(new Checker(contracts), List.copyOf(contracts), mandate);
  }

  static List<Asked> asked(String... sql) {
    var asked = new ArrayList<Asked>();
    for (var each : sql) {
      asked.add(new Asked("a" + asked.size(), "sha256:" + asked.size(), each));
    }
    return asked;
  }

  Verdict check(String sql) {
    return checker.check(sql, mandate, question());
  }

  /// To run in without those on these lists.
  Scope scope(List<ObjectionList> lists) {
    return checker.scope(mandate, lists);
  }

  Optional<CheckedQuery> accepted(String sql) {
    return check(sql) instanceof Verdict.Accepted(var query)
        ? Optional.of(query)
        : Optional.empty();
  }

  /// The codes of all reasons to refuse, in their order; none if it is accepted.
  List<String> codes(String sql) {
    return check(sql) instanceof Verdict.Refused(var refusals)
        ? refusals.stream().map(Refusal::code).toList()
        : List.of();
  }

  private Question question() {
    return Question.of(mandate, mandate.from());
  }

  /// A run on these rows, by the reference.
  QueryOutcome run(Database rows, String... sql) {
    return run(knowing(new PlanEngine(rows), List.of(), sql), sql);
  }

  QueryOutcome run(Engine engine, String... sql) {
    return run(engine, Objections.none(), sql);
  }

  QueryOutcome run(Engine engine, Objections objections, String... sql) {
    return new Queries(engine, LANDED, objections)
        .run(asked(sql), mandate, checker, question(), false);
  }

  /// A run on these rows without those of whom objected, by the reference.
  QueryOutcome run(Database rows, Objected objected, String... sql) {
    var engine = new PlanEngine(objected.beside(rows, scope(objected.sorted())));
    return run(knowing(engine, objected.sorted(), sql), objected, sql);
  }

  /// An engine that knows the plans that a run of these queries can ask for.
  PlanEngine knowing(PlanEngine engine, List<ObjectionList> lists, String... sql) {
    var cores = new ArrayList<Core>();
    for (var each : sql) {
      if (check(each) instanceof Verdict.Accepted(var query)) {
        if (query.isOpen()) {
          engine.know(query.traced().plan());
        }
        query.pieces().open().forEach(engine::know);
        cores.addAll(query.cores());
      }
    }
    if (!cores.isEmpty()) {
      AtomSpace.of(cores)
          .ifPresent(space -> engine.know(new Counted(scope(lists), space, cores).plan()));
    }
    return engine;
  }

  /// The tables of queries about people that were checked already, by what a run goes through after
  /// checking; nothing if they cannot be protected together.
  Optional<List<Release.Table>> tables(List<CheckedQuery> queries, Database rows, Disclosure rule) {
    return tables(queries, rows, rule, List.of());
  }

  /// The same without those on these lists, which lie beside the rows.
  Optional<List<Release.Table>> tables(
      List<CheckedQuery> queries, Database rows, Disclosure rule, List<ObjectionList> lists) {
    var cores = queries.stream().flatMap(query -> query.cores().stream()).toList();
    var scope = scope(lists);
    if (!Queries.standTogether(cores, scope)) {
      return Optional.empty();
    }
    var space = AtomSpace.of(cores).orElseThrow();
    var counted = new Counted(scope, space, cores);
    long[] counts = counted.counts(new PlanEngine(rows).answer(counted.plan()));
    var figures = new Protecting(space, counts, rule).protect(cores);
    java.util.Arrays.fill(counts, -1); // what was counted is gone
    return figures.map(
        all ->
            queries.stream()
                .map(
                    query ->
                        Tabulating.cells(
                            asked("").getFirst(),
                            query,
                            new Computing(query.pieces(), space, all, beside(query, rows))))
                .toList());
  }

  private static Map<Plan, Rows> beside(CheckedQuery query, Database rows) {
    var beside = new java.util.HashMap<Plan, Rows>();
    query.pieces().open().forEach(part -> beside.put(part, new PlanEngine(rows).answer(part)));
    return beside;
  }

  /// As [#tables], of one query.
  Optional<Release.Table> table(CheckedQuery query, Database rows, Disclosure rule) {
    return tables(List.of(query), rows, rule).map(List::getFirst);
  }

  /// As [#table] with everything shown.
  Release.Table shown(CheckedQuery query, Database rows) {
    return table(query, rows, EVERYTHING_SHOWN).orElseThrow();
  }

  Lab under(Disclosure rule) {
    return agreed(
        m ->
            new Mandate(
                m.id(),
                m.hash(),
                m.purpose(),
                m.legalBasis(),
                m.term(),
                m.from(),
                m.until(),
                m.audience(),
                m.data(),
                m.joins(),
                m.together(),
                m.grain(),
                List.of(rule),
                m.releasesEvery(),
                m.indicators(),
                m.artefacts(),
                m.conditions(),
                m.roles(),
                m.protection()));
  }

  Lab with(List<Mandate.Data> data, List<Mandate.Join> joins, List<Set<String>> together) {
    return agreed(
        m ->
            new Mandate(
                m.id(),
                m.hash(),
                m.purpose(),
                m.legalBasis(),
                m.term(),
                m.from(),
                m.until(),
                m.audience(),
                data,
                joins,
                together,
                m.grain(),
                m.disclosure(),
                m.releasesEvery(),
                m.indicators(),
                m.artefacts(),
                m.conditions(),
                m.roles(),
                m.protection()));
  }

  private Lab agreed(UnaryOperator<Mandate> otherwise) {
    return new Lab(checker, contracts, otherwise.apply(mandate));
  }

  /// What was released, as it is published; or how else it ended.
  static String bytes(QueryOutcome outcome) {
    return outcome instanceof QueryOutcome.Released released
        ? ReleaseJson.write(released.release())
        : outcome.toString();
  }

  /// Every dataset has landed.
  static final Snapshots LANDED =
      new Snapshots() {
        @Override
        public Optional<Snapshot> latest(String dataset, boolean twin) {
          return Optional.of(
              new Snapshot(dataset, "s", LocalDate.of(2027, 1, 1), "", 0, "", twin, Instant.EPOCH));
        }

        @Override
        public Path file(Snapshot snapshot) {
          return Path.of(snapshot.dataset());
        }

        @Override
        public boolean isWhole(Snapshot snapshot) {
          return true;
        }
      };

  /// Tables by name, in the order of the contracts' columns.
  Database database(Map<String, List<List<Object>>> rows) {
    var tables = new java.util.TreeMap<String, Database.Table>();
    for (var contract : contracts) {
      tables.put(
          contract.table(),
          new Database.Table(
              contract.columns().stream().map(Contract.Column::name).toList(),
              rows.getOrDefault(contract.table(), List.of())));
    }
    return new Database(tables);
  }
}
