package nl.onzedata.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/// Reads SQL against a catalogue: what it means, which columns it uses and how, and where its text
/// names them. Immutable; safe for use by many threads.
///
/// The text may be one query, with at most one `;` at its end, of at most 64 KiB, 10,000 tokens and
/// 200 levels, and 1,000 columns in a SELECT. Names without quotes are lower case. What it may use
/// is a fixed list of operators and functions, all of them deterministic. In the plan
///
/// - COALESCE and NULLIF are `CASE`; IN over constants is `OR` of `=`; BETWEEN is `AND`; NOT IN,
///   `NOT LIKE` and ALL are `NOT` around the other;
/// - `/` divides real numbers and is `DOUBLE`, missing where the divisor is 0; AVG is `DOUBLE`;
///   SUM of integers is `DECIMAL(38, 0)`, of decimals `DECIMAL(38, scale)`;
/// - a text has no length, and missing values sort last;
/// - an output without a name is called after its function, as in PostgreSQL.
///
/// The first trace in a process takes some two seconds, because Calcite compiles; see [#warmUp].
public final class Tracer {
  private static final System.Logger LOG = System.getLogger(Tracer.class.getName());
  private static final int DEEPEST_PLAN = 1_000;
  private static final long STACK_BYTES = 256L << 20;
  private static final int MOST_UNKNOWN = 20;

  private final Catalog catalog;
  private final CalciteSchema schema;

  public Tracer(Catalog catalog) {
    this.catalog = catalog;
    this.schema = Binding.schema(catalog);
  }

  /// Traces a small query of each kind, so that the next trace takes a millisecond.
  public static void warmUp() {
    var column = new Catalog.Column("c", Type.INTEGER, true);
    var table = new Catalog.Table("t", List.of(column));
    var traced =
        new Tracer(new Catalog(Map.of("t", table)))
            .trace(
                "SELECT a.c, count(*) AS n, sum(a.c) OVER () AS s FROM t a JOIN t b ON a.c = b.c"
                    + " WHERE a.c > (SELECT max(c) FROM t) GROUP BY a.c ORDER BY 1 LIMIT 1");
    if (traced instanceof Traced.Refused(var problems)) {
      throw new IllegalStateException("the warm-up query is refused: " + problems);
    }
  }

  /// What the text means, or all that is wrong with it. Always an answer, whatever the text.
  public Traced trace(String sql) {
    var text = new TextCheck(sql);
    if (!text.problems().isEmpty()) {
      return new Traced.Refused(text.problems());
    }
    return text.isSmall() ? traceHere(text) : withDeepStack(() -> traceHere(text));
  }

  /// Runs on a thread of its own with so large a stack that the limits on the text decide, and not
  /// where the caller stands. To begin such a thread takes longer than to read a small text.
  private static Traced withDeepStack(Callable<Traced> trace) {
    var task = new FutureTask<>(trace);
    var thread = new Thread(null, task, "onze-trace", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException _) {
          interrupted = true; // it takes milliseconds: finish, and pass the interrupt on
        } catch (ExecutionException failure) {
          throw new IllegalStateException("tracing failed", failure.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Traced traceHere(TextCheck text) {
    try {
      return new Traced.Query(traceOrRefuse(text));
    } catch (Refusal refusal) {
      return new Traced.Refused(refusal.problems());
    } catch (RuntimeException | AssertionError failure) {
      // Calcite throws many things at what it cannot read. Whatever it was: there is no plan.
      LOG.log(System.Logger.Level.WARNING, "a query could not be traced", failure);
      return new Traced.Refused(List.of(Refusal.unsupportedProblem("this query", Place.START)));
    } catch (StackOverflowError _) {
      return new Traced.Refused(
          List.of(TextCheck.tooLarge("depth", TextCheck.DEEPEST, TextCheck.DEEPEST, Place.START)));
    }
  }

  private TracedPlan traceOrRefuse(TextCheck checked) {
    var text = checked.withoutLastSemicolon();
    var parsed = parse(text);
    var problems = Vetting.problems(parsed, catalog);
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    var binding = new Binding(schema);
    var validated = validate(binding, parsed, text);
    var names = OutputNames.of(validated, binding.validator());
    var mentions = Mentions.of(validated, binding.validator());
    var plan = named(new PlanReader().read(binding.convert(validated).project()), names);
    if (Depth.of(plan) > DEEPEST_PLAN) {
      throw new Refusal(TextCheck.tooLarge("depth", Depth.of(plan), DEEPEST_PLAN, Place.START));
    }
    return new TracedPlan(checked.sql(), plan, Flows.of(plan), mentions);
  }

  private static SqlNode parse(String text) {
    try {
      return InWindows.written(Binding.parse(text));
    } catch (SqlParseException failure) {
      throw new Refusal(Complaints.of(failure, text));
    }
  }

  /// Binds the text; if it names columns that are not there, says so of all of them.
  private SqlNode validate(Binding binding, SqlNode parsed, String text) {
    try {
      return binding.validate(parsed);
    } catch (CalciteContextException failure) {
      var first = Complaints.of(failure, text, catalog);
      throw new Refusal(
          first.code().equals("UNKNOWN") ? unknownColumns(first, text) : List.of(first));
    }
  }

  /// Puts NULL in the place of each unknown column and binds again, until there are no more.
  private List<Traced.Problem> unknownColumns(Traced.Problem first, String text) {
    var unknown = new HashMap<Place, Traced.Problem>();
    var problem = first;
    while (problem != null
        && problem.code().equals("UNKNOWN")
        && unknown.size() < MOST_UNKNOWN
        && unknown.putIfAbsent(problem.place(), problem) == null) {
      problem = nextProblem(text, unknown.keySet());
    }
    return List.copyOf(unknown.values());
  }

  private Traced.@Nullable Problem nextProblem(String text, Set<Place> known) {
    try {
      var replaced = parse(text).accept(new Blanks(known));
      new Binding(schema).validate(Objects.requireNonNull(replaced));
      return null;
    } catch (CalciteContextException failure) {
      return Complaints.of(failure, text, catalog);
    } catch (RuntimeException | AssertionError _) {
      return null; // that of the blanks, not of the text
    }
  }

  /// The plan with these names at its root.
  private static Plan named(Plan plan, List<String> names) {
    var fields = new ArrayList<Plan.Field>();
    var expressions = new ArrayList<Expr>();
    for (int i = 0; i < names.size(); i++) {
      var field = plan.fields().get(i);
      fields.add(new Plan.Field(names.get(i), field.type(), field.nullable()));
      expressions.add(new Expr.Input(i, field.type()));
    }
    if (fields.equals(plan.fields())) {
      return plan;
    }
    return plan instanceof Plan.Project(var input, var inner, var _, var variables)
        ? new Plan.Project(input, inner, fields, variables)
        : new Plan.Project(plan, expressions, fields, Set.of());
  }

  /// Replaces what stands at these places by NULL.
  private static final class Blanks extends SqlShuttle {
    private final Set<Place> places;

    Blanks(Set<Place> places) {
      this.places = new HashSet<>(places);
    }

    @Override
    public @Nullable SqlNode visit(SqlIdentifier identifier) {
      var at = Refusal.place(identifier);
      boolean blank =
          places.stream()
              .anyMatch(place -> place.line() == at.line() && place.endColumn() == at.endColumn());
      return blank ? SqlLiteral.createNull(identifier.getParserPosition()) : identifier;
    }
  }
}
