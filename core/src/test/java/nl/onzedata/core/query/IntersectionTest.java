package nl.onzedata.core.query;

import static nl.onzedata.core.query.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import nl.onzedata.core.mandate.Intersection;
import nl.onzedata.core.mandate.Mandate;
import org.junit.jupiter.api.Test;

/// Several mandates allow together what each of them allows, and no more.
class IntersectionTest {
  private static final Checker CHECKER = new Checker(Fixtures.CONTRACTS);

  @Test
  void aQueryPassesTogetherExactlyIfItPassesEach() throws Exception {
    var queries = accepted();
    forAll(
        8,
        random -> {
          var one = less(Fixtures.mandate(), random);
          var other = less(Fixtures.mandate(), random);
          var both = both(one, other);
          // a checker remembers what the last agreement derives: one agreement at a time
          var passOne = passing(queries, one);
          var passOther = passing(queries, other);
          var passBoth = passing(queries, both);
          for (var sql : queries) {
            assertThat(passBoth.contains(sql))
                .as(sql)
                .isEqualTo(passOne.contains(sql) && passOther.contains(sql));
          }
        });
  }

  @Test
  void withItselfAMandateAllowsWhatItAllows() {
    var mandate = Fixtures.mandate();
    var twice = both(mandate, mandate);
    assertThat(twice.canonical().replace("fixtures+fixtures", "fixtures"))
        .isEqualTo(mandate.canonical());
  }

  @Test
  void theStricterRuleHolds() {
    var strict =
        Fixtures.mandate(
            Fixtures.text("mandate.yaml")
                .replace("\"< 10\"", "\"< 20\"")
                .replace("[1, 9]", "[0, 19]")
                .replace("zeros: shown", "zeros: hidden")
                .replace("geography: wijk", "geography: buurt")
                .replace("time: quarter", "time: month")
                .replace("keys-together: 3", "keys-together: 2")
                .replace("until: 2027-12-31", "until: 2027-06-30")
                .replace("audience: public", "audience: parties")
                .replace("cuts: [34229, 40024]", "cuts: [40024, 50000]"));
    for (var both : List.of(both(strict, Fixtures.mandate()), both(Fixtures.mandate(), strict))) {
      assertThat(both.disclosure())
          .containsExactly(new Mandate.Disclosure(Mandate.Measure.COUNT, 20, 0, 19, false, true));
      assertThat(both.grain().levels()).isEqualTo(Map.of("geography", "wijk", "time", "quarter"));
      assertThat(both.grain().keysTogether()).isEqualTo(2);
      assertThat(both.until()).isEqualTo("2027-06-30");
      assertThat(both.audience()).isEqualTo(Mandate.Audience.PARTIES);
      assertThat(both.data("x/h").orElseThrow().classes().get("inkomen").cuts())
          .hasToString("[40024]");
    }
  }

  /// Two agreements may explain one computation each in its own words.
  @Test
  void whatIsComputedTheSameIsCommonWhateverIsSaidOfIt() {
    var written = Fixtures.text("mandate.yaml");
    var told = Fixtures.mandate(written.replace("leeftijd: {nl: x", "leeftijd: {nl: anders"));
    var other = Fixtures.mandate(written.replace("2027 - geb_jaar", "2026 - geb_jaar"));
    assertThat(told).isNotEqualTo(Fixtures.mandate());
    assertThat(both(told, Fixtures.mandate()).data("x/p").orElseThrow().derived())
        .containsKey("leeftijd");
    assertThat(both(other, Fixtures.mandate()).data("x/p").orElseThrow().derived())
        .doesNotContainKey("leeftijd")
        .containsKey("vaak");
  }

  @Test
  void whatCannotBeComparedAllowsNothing() {
    var elsewhere =
        Fixtures.mandate(
            Fixtures.text("mandate.yaml")
                .replace("dpv:PublicPolicyMaking", "dpv:ImproveHealthcare")
                .replace("geography: wijk", "geography: postcode")
                .replace("closed: lower", "closed: upper"));
    var both = both(Fixtures.mandate(), elsewhere);
    assertThat(both.purpose().code()).isEmpty();
    assertThat(both.grain().keysTogether()).isZero();
    assertThat(both.data("x/h").orElseThrow().columns()).containsEntry("inkomen", Set.of());
    assertThat(passes("SELECT type, COUNT(*) AS n FROM x.h GROUP BY type", both)).isFalse();
  }

  private static Mandate both(Mandate one, Mandate other) {
    return Intersection.of(List.of(one, other), Fixtures.CONTRACTS);
  }

  private static Set<String> passing(List<String> queries, Mandate mandate) {
    return queries.stream().filter(sql -> passes(sql, mandate)).collect(Collectors.toSet());
  }

  private static boolean passes(String sql, Mandate mandate) {
    return CHECKER.check(sql, mandate, Question.of(mandate, Fixtures.TODAY))
        instanceof Verdict.Accepted;
  }

  private static List<String> accepted() throws IOException, URISyntaxException {
    var folder = Path.of(CorpusTest.class.getResource("corpus").toURI());
    var queries = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var text = Files.readString(file);
        if (text.startsWith("-- accepted")) {
          queries.add(text);
        }
      }
    }
    return queries;
  }

  /// The mandate without some of its grants.
  private static Mandate less(Mandate all, RandomGenerator random) {
    var data = new ArrayList<Mandate.Data>();
    for (var each : all.data()) {
      var columns = new HashMap<String, Set<Mandate.Use>>();
      new TreeMap<>(each.columns())
          .forEach(
              (column, uses) -> {
                var kept = EnumSet.copyOf(uses);
                kept.removeIf(use -> random.nextInt(12) == 0);
                columns.put(column, kept);
              });
      var classes = new TreeMap<>(each.classes());
      classes.replaceAll(
          (_, cuts) ->
              random.nextBoolean()
                  ? cuts
                  : new Mandate.Cuts(
                      List.of(cuts.cuts().get(random.nextInt(cuts.cuts().size()))), cuts.closed()));
      data.add(
          new Mandate.Data(
              each.dataset(),
              each.subject(),
              columns,
              classes,
              each.missing(),
              each.existsFilter(),
              each.derived()));
    }
    var joins = new ArrayList<>(all.joins());
    joins.removeIf(join -> random.nextInt(8) == 0);
    return new Lab(Fixtures.CONTRACTS, all).with(data, joins, all.together()).mandate();
  }
}
