package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractTables;
import nl.onzedata.core.dataset.ObjectionList;
import nl.onzedata.core.mandate.Derivations;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.Purposes;
import nl.onzedata.core.words.Message;
import nl.onzedata.core.words.Words;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Traced;
import nl.onzedata.lineage.TracedPlan;
import nl.onzedata.lineage.TracedPlan.Clause;
import nl.onzedata.lineage.Tracer;
import nl.onzedata.lineage.Written;

/// Proves from the text of a query that it stays inside what was agreed, or says every reason why
/// not. It never looks at data: the same text, contracts, mandate and day give the same verdict
/// (semantics §9, law 4). Safe for use by many threads.
public final class Checker {
  /// Of how many mandates with derived columns is kept what follows from them.
  private static final int REMEMBERED = 8;

  private final Map<String, Contract> contracts;
  private final Known bare;
  private volatile List<Known> lately = List.of();

  /// What follows from a mandate alone.
  private record Known(Optional<Mandate> mandate, Derivations derived, Tracer tracer) {}

  /// @param contracts of all datasets that may be named; no other table exists
  public Checker(List<Contract> contracts) {
    this.contracts = Scope.byDataset(contracts);
    var none = Derivations.NONE;
    this.bare = new Known(Optional.empty(), none, new Tracer(ContractTables.catalog(contracts)));
  }

  private Known known(Mandate mandate) {
    if (mandate.data().stream().allMatch(data -> data.derived().isEmpty())) {
      return bare;
    }
    var asked = Optional.of(mandate);
    var before = lately;
    for (var each : before) {
      if (each.mandate().equals(asked)) {
        return each;
      }
    }
    var derived = Derivations.of(mandate, List.copyOf(contracts.values()));
    var seen = contracts.values().stream().map(derived::seen).toList();
    var known = new Known(asked, derived, new Tracer(ContractTables.catalog(seen)));
    lately = Stream.concat(Stream.of(known), before.stream()).limit(REMEMBERED).toList();
    return known;
  }

  /// The words of refusals: `check.CODE`, and `fix.CODE` for what would pass.
  public static Words words(String language) {
    return Words.load(language, Checker.class, "check");
  }

  /// What DuckDB would be asked for an accepted query: SQL that is made from the checked plan.
  /// Nothing if it has more cells than can be protected.
  public Optional<String> compiled(CheckedQuery query) {
    return compiled(query, Dialect.DUCKDB)
        .map(
            written ->
                switch (written) {
                  case Written.Sql(var text) -> text;
                  case Written.NotOnThisEngine(var pieces) ->
                      throw new IllegalStateException("not on DuckDB: " + pieces);
                });
  }

  /// As [#compiled(CheckedQuery)], for some engine, which may not have everything.
  public Optional<Written> compiled(CheckedQuery query, Dialect engine) {
    return plans(query).map(asked -> written(asked.stream().map(engine::write).toList()));
  }

  /// One text for each question, with `;` between them.
  private static Written written(List<Written> all) {
    var texts = new ArrayList<String>();
    var missing = new ArrayList<String>();
    for (var each : all) {
      switch (each) {
        case Written.Sql(var text) -> texts.add(text);
        case Written.NotOnThisEngine(var pieces) -> missing.addAll(pieces);
      }
    }
    return missing.isEmpty()
        ? new Written.Sql(String.join(";\n", texts))
        : new Written.NotOnThisEngine(missing);
  }

  private Optional<List<Plan>> plans(CheckedQuery query) {
    if (query.isOpen()) {
      return Optional.of(List.of(query.traced().plan()));
    }
    var scope = scope(query.mandate(), List.of());
    var cores = query.cores();
    return AtomSpace.of(cores)
        .map(
            space -> {
              var asked = new ArrayList<Plan>(List.of(new Counted(scope, space, cores).plan()));
              asked.addAll(query.pieces().open());
              return asked;
            });
  }

  /// What a query is held against, and run within: then without those on these lists. Verdicts do
  /// not depend on who objected.
  Scope scope(Mandate mandate, List<ObjectionList> objections) {
    return new Scope(mandate, contracts, objections, known(mandate).derived());
  }

  /// Holds a query against a mandate.
  public Verdict check(String sql, Mandate mandate, Question question) {
    return switch (known(mandate).tracer().trace(sql)) {
      case Traced.Refused(var problems) ->
          new Verdict.Refused(problems.stream().map(Checker::refusal).toList());
      case Traced.Query(var traced) -> check(traced, mandate, question);
    };
  }

  private Verdict check(TracedPlan traced, Mandate mandate, Question question) {
    var scope = scope(mandate, List.of());
    var findings = new Findings(traced, scope);
    header(mandate, question, findings);
    kept(mandate, findings);
    mentions(traced, scope, findings);
    var kind = Kind.of(traced.plan(), scope);
    var read = OpenKeys.above(traced, scope);
    var pieces = pieces(kind, read, scope, findings);
    levels(pieces.all(), findings);
    SharedParts.check(pieces.all(), scope, findings);
    return findings.isFine()
        ? new Verdict.Accepted(
            new CheckedQuery(
                traced,
                read.plan(),
                mandate,
                findings.uses(),
                pieces,
                kind == Kind.OPEN,
                SharedParts.derived(findings.uses(), scope)))
        : new Verdict.Refused(findings.refusals());
  }

  private static Pieces pieces(Kind kind, TracedPlan traced, Scope scope, Findings findings) {
    var predicates = new Predicates(scope, findings);
    var people = new People(scope, findings, predicates);
    return switch (kind) {
      case OPEN -> {
        OpenUses.check(traced, scope, findings);
        yield Pieces.NONE;
      }
      case ROW -> {
        boolean taint =
            traced.lineage().rows().stream().anyMatch(t -> scope.isOpen(Scope.dataset(t)));
        findings.refuse(taint ? "OPEN-TAINT" : "ROWS-OUT", "data", "");
        people.rows(unsorted(traced.plan()));
        yield Pieces.NONE;
      }
      case CELL ->
          new Above(traced, scope, findings, people, new Counting(scope, findings, predicates))
              .pieces();
    };
  }

  /// Two levels of one hierarchy are only asked together where the contract says what lies in what.
  private static void levels(List<Core> cores, Findings findings) {
    for (var whole : AtomSpace.unknownLevels(cores)) {
      findings.refuse(
          "LEVELS", whole.dataset(), whole.column(), Clause.GROUP, "table", whole.dataset());
    }
  }

  /// Sorting what may not be shown at all is no second fault.
  private static Plan unsorted(Plan plan) {
    return plan instanceof Plan.Sort sort && sort.fetch().isEmpty() ? sort.input() : plan;
  }

  private static void header(Mandate mandate, Question question, Findings findings) {
    if (question.on().isBefore(mandate.from()) || question.on().isAfter(mandate.until())) {
      findings.refuse(
          "PERIOD",
          "period",
          "",
          "found",
          question.on().toString(),
          "from",
          mandate.from().toString(),
          "until",
          mandate.until().toString());
    }
    if (!Purposes.subsumes(mandate.purpose().code(), question.purpose())) {
      findings.refuse(
          "PURPOSE",
          "purpose",
          "",
          "found",
          question.purpose(),
          "agreed",
          mandate.purpose().code());
    }
    if (question.audience().compareTo(mandate.audience()) > 0) {
      findings.refuse(
          "AUDIENCE",
          "audience",
          "",
          "found",
          question.audience().name().toLowerCase(Locale.ROOT),
          "agreed",
          mandate.audience().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void kept(Mandate mandate, Findings findings) {
    var clauses = mandate.notKept();
    if (!clauses.isEmpty()) {
      findings.refuse("NOT-KEPT", clauses.getFirst(), "", "found", String.join(", ", clauses));
    }
  }

  /// Whatever the text names needs some use, also where it can never be reached (semantics §1).
  private static void mentions(TracedPlan traced, Scope scope, Findings findings) {
    for (var mention : traced.mentions()) {
      int dot = mention.column().lastIndexOf('.');
      var dataset = Scope.dataset(mention.column().substring(0, dot));
      var column = mention.column().substring(dot + 1);
      boolean granted =
          scope
              .mandate()
              .data(dataset)
              .filter(
                  data -> data.names(column) || data.subject().filter(column::equals).isPresent())
              .isPresent();
      if (!granted) {
        findings.refuse(
            "USE",
            scope.clause(dataset, column),
            mention.column(),
            mention.place(),
            Message.of("check.USE-NONE", "column", column),
            Optional.of(Message.of("fix.USE-NONE", "column", column)));
      }
    }
  }

  private static Refusal refusal(Traced.Problem problem) {
    return new Refusal(
        problem.code(),
        "",
        problem.arguments().getOrDefault("found", ""),
        problem.place(),
        Message.of(
            "check." + problem.code(),
            "found",
            problem.arguments().getOrDefault("found", ""),
            "expected",
            limit(problem),
            "piece",
            problem.arguments().getOrDefault("found", ""),
            "column",
            ""),
        Optional.of(
            Message.of(
                "fix." + problem.code(),
                "found",
                problem.arguments().getOrDefault("found", ""),
                "expected",
                limit(problem),
                "piece",
                problem.arguments().getOrDefault("found", ""),
                "column",
                "")));
  }

  private static String limit(Traced.Problem problem) {
    var arguments = problem.arguments();
    return arguments.getOrDefault("expected", arguments.getOrDefault("most", ""));
  }
}
