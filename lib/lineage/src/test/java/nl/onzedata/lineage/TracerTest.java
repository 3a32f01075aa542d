package nl.onzedata.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TracerTest {
  @Test
  void aTextOver64KiBIsTooLarge() {
    var problem = refusal("SELECT count(*) AS n FROM x.h -- " + "é".repeat(40_000));
    assertThat(problem.code()).isEqualTo("TOO-LARGE");
    assertThat(problem.arguments()).containsEntry("what", "bytes").containsEntry("most", "65536");
  }

  @Test
  void aTextOfExactly64KiBIsNot() {
    var sql = "SELECT count(*) AS n FROM x.h --";
    assertThat(Fixtures.TRACER.trace(sql + "a".repeat(65_536 - sql.length())))
        .isInstanceOf(Traced.Query.class);
  }

  @Test
  void aListOf50000IsTooLarge() {
    var sql = "SELECT hh_id FROM x.h WHERE hh_id IN (" + "7,".repeat(50_000) + "7)";
    assertThat(refusal(sql).code()).isEqualTo("TOO-LARGE");
  }

  @Test
  void aListOf6000HasTooManyTokens() {
    var sql = "SELECT hh_id FROM x.h WHERE hh_id IN (" + "7,".repeat(6_000) + "7)";
    assertThat(refusal(sql).arguments()).containsEntry("what", "tokens");
  }

  @Test
  void aSelectOfMoreThan1000ColumnsIsTooLarge() {
    var thousand = "hh_id, ".repeat(999).replace("hh_id", "hh_id + 1") + "hh_id + 1";
    assertThat(plan("SELECT " + thousand + " FROM x.h").plan().fields()).hasSize(1_000);
    var problem = refusal("SELECT " + thousand + ", hh_id FROM x.h");
    assertThat(problem.code()).isEqualTo("TOO-LARGE");
    assertThat(problem.arguments()).containsEntry("what", "columns").containsEntry("most", "1000");
  }

  @Test
  void aListOf4000IsOneOrOfEqualities() {
    var list = IntStream.range(0, 4_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
    var plan = plan("SELECT hh_id FROM x.h WHERE hh_id IN (" + list + ")");
    var filter = (Plan.Filter) ((Plan.Project) plan.plan()).input();
    var condition = (Expr.Call) filter.condition();
    assertThat(condition.operator()).isEqualTo("OR");
    assertThat(condition.arguments())
        .hasSize(4_000)
        .allMatch(part -> part instanceof Expr.Call call && call.operator().equals("="));
  }

  @Test
  void aChainOf2000OrsIsOneOr() {
    var sql =
        "SELECT hh_id FROM x.h WHERE "
            + String.join(" OR ", Collections.nCopies(2_000, "hh_id = 1"));
    var filter = (Plan.Filter) ((Plan.Project) plan(sql).plan()).input();
    assertThat(((Expr.Call) filter.condition()).arguments()).hasSize(2_000);
  }

  @Test
  void aLongChainOfAdditionsIsTooDeepWhereverItIsTraced() throws Exception {
    var sql = "SELECT " + "1+".repeat(4_000) + "1 AS a FROM x.h";
    assertThat(refusal(sql).code()).isEqualTo("TOO-LARGE");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.submit(() -> refusal(sql).code()).get()).isEqualTo("TOO-LARGE");
    }
  }

  @Test
  void nestingIsCountedBeforeParsing() {
    var brackets = "SELECT " + "(".repeat(201) + "1" + ")".repeat(201) + " AS a FROM x.h";
    assertThat(refusal(brackets).arguments()).containsEntry("what", "depth");
    var cases = "SELECT " + "CASE WHEN hh_id = 1 THEN ".repeat(201) + "1" + " END".repeat(201);
    assertThat(refusal(cases + " AS a FROM x.h").code()).isEqualTo("TOO-LARGE");
  }

  @Test
  void nestingOf150IsTraced() {
    var sql = "SELECT " + "(".repeat(150) + "1" + ")".repeat(150) + " AS a FROM x.h";
    assertThat(Fixtures.TRACER.trace(sql)).isInstanceOf(Traced.Query.class);
    var nested = "SELECT * FROM (".repeat(150) + "SELECT wijk FROM x.pop";
    var closing = IntStream.range(0, 150).mapToObj(i -> ") AS t" + i).collect(Collectors.joining());
    assertThat(Fixtures.TRACER.trace(nested + closing)).isInstanceOf(Traced.Query.class);
  }

  @Test
  void aRowOfNotsDoesNotOverflow() {
    var sql = "SELECT hh_id FROM x.h WHERE " + "NOT ".repeat(5_000) + "hh_id = 1";
    assertThat(refusal(sql).code()).isEqualTo("TOO-LARGE");
  }

  @Test
  void aFloatingConstantStaysOneWhereAnExactOneIsWanted() {
    assertThat(literals("SELECT hh_id FROM x.h WHERE inkomen <= 34229.0e0"))
        .anyMatch(literal -> !literal.exact() && literal.type().equals(Type.DOUBLE));
    assertThat(literals("SELECT hh_id FROM x.h WHERE inkomen <= CAST(34229.4e0 AS DECIMAL(12, 2))"))
        .anyMatch(literal -> !literal.exact());
    assertThat(literals("SELECT hh_id FROM x.h WHERE inkomen <= 34229"))
        .allMatch(Expr.Literal::exact)
        .anyMatch(
            literal ->
                literal.value() instanceof BigDecimal number
                    && number.compareTo(BigDecimal.valueOf(34229)) == 0);
  }

  @Test
  void anExactConstantMeetsABareColumn() {
    var filter =
        (Plan.Filter)
            ((Plan.Project) plan("SELECT hh_id FROM x.h WHERE inkomen <= 34229").plan()).input();
    assertThat(((Expr.Call) filter.condition()).arguments().getFirst())
        .isInstanceOf(Expr.Input.class);
  }

  @Test
  void aRefusalSaysWhereWhatAndWhatInstead() {
    var problem = refusal("SELECT wijk\nFROM x.p WHER geb_jaar > 1");
    assertThat(problem.place()).isEqualTo(new Place(2, 15, 2, 22));
    assertThat(problem.arguments()).containsEntry("found", "geb_jaar");
    assertThat(problem.arguments().get("expected")).contains("WHERE");
    assertThat(refusal("SELECT inkomn FROM x.h").arguments())
        .containsEntry("found", "inkomn")
        .containsEntry("near", "inkomen");
    assertThat(refusal("SELECT * FROM pop").arguments()).containsEntry("near", "x.pop");
  }

  @Test
  void noRefusalShowsWhatCalciteSays() {
    Corpus.refused()
        .flatMap(query -> ((Traced.Refused) Fixtures.TRACER.trace(query.sql())).problems().stream())
        .forEach(
            problem ->
                assertThat(problem.arguments().values())
                    .noneMatch(value -> value.contains("alcite") || value.contains("Exception"))
                    .allMatch(value -> value.length() < 300));
  }

  @Test
  void aMentionStandsAtItsPlace() {
    var sql = "SELECT count(*) AS n\nFROM (SELECT inkomen AS i FROM x.h) AS t\nWHERE i < 3";
    assertThat(plan(sql).placeOf("x.h.inkomen", TracedPlan.Clause.FILTER))
        .contains(new Place(3, 7, 3, 7));
    assertThat(plan(sql).placeOf("x.h.inkomen", TracedPlan.Clause.SELECT))
        .contains(new Place(2, 14, 2, 20));
  }

  @Test
  void aStarMentionsAllItsColumnsWhereItStands() {
    assertThat(plan("SELECT * FROM x.pop").mentions())
        .containsExactlyInAnyOrder(
            mention("x.pop.wijk", new Place(1, 8, 1, 8)),
            mention("x.pop.inwoners", new Place(1, 8, 1, 8)));
  }

  private static TracedPlan.Mention mention(String column, Place place) {
    return new TracedPlan.Mention(column, TracedPlan.Clause.SELECT, place);
  }

  @Test
  void manyThreadsMayShareATracer() throws Exception {
    var queries = Corpus.traced().limit(30).toList();
    var expected = queries.stream().map(query -> plan(query.sql()).plan()).toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tasks =
          IntStream.range(0, 8)
              .<Callable<List<Plan>>>mapToObj(
                  _ -> () -> queries.stream().map(query -> plan(query.sql()).plan()).toList())
              .toList();
      for (var found : threads.invokeAll(tasks)) {
        assertThat(found.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void anyTextGetsAnAnswer() {
    ForAll.forAll(
        300,
        random -> {
          var queries = Corpus.all().map(Corpus::sql).toList();
          var text = new StringBuilder(queries.get(random.nextInt(queries.size())));
          for (int i = 0; i < 3 && text.length() > 2; i++) {
            int at = random.nextInt(text.length() - 1);
            switch (random.nextInt(3)) {
              case 0 -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 9)));
              case 1 -> text.insert(at, "(),;'\"*.=1a-".charAt(random.nextInt(12)));
              default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
            }
          }
          assertThat(Fixtures.TRACER.trace(text.toString())).isNotNull();
        });
  }

  @Test
  void warmingUpWorks() {
    Tracer.warmUp();
  }

  private static List<Expr.Literal> literals(String sql) {
    var filter = (Plan.Filter) ((Plan.Project) plan(sql).plan()).input();
    var found = new java.util.ArrayList<Expr.Literal>();
    collect(filter.condition(), found);
    return found;
  }

  private static void collect(Expr expression, List<Expr.Literal> found) {
    if (expression instanceof Expr.Literal literal) {
      found.add(literal);
    } else if (expression instanceof Expr.Call call) {
      call.arguments().forEach(argument -> collect(argument, found));
    }
  }

  private static TracedPlan plan(String sql) {
    var traced = Fixtures.TRACER.trace(sql);
    assertThat(traced).isInstanceOf(Traced.Query.class);
    return ((Traced.Query) traced).plan();
  }

  private static Traced.Problem refusal(String sql) {
    var traced = Fixtures.TRACER.trace(sql);
    assertThat(traced).isInstanceOf(Traced.Refused.class);
    return ((Traced.Refused) traced).problems().getFirst();
  }
}
