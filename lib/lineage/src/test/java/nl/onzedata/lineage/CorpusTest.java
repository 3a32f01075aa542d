package nl.onzedata.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
  static Stream<Corpus> traced() {
    return Corpus.traced();
  }

  static Stream<Corpus> refused() {
    return Corpus.refused();
  }

  @Test
  void theCorpusIsThere() {
    assertThat(Corpus.traced().count()).isGreaterThan(100);
    assertThat(Corpus.refused().count()).isGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("traced")
  void whatFlowsAndWhatInfluencesIsTraced(Corpus query) {
    var found = new ArrayList<String>();
    var plan = plan(query);
    for (var field : plan.plan().fields()) {
      var output = plan.lineage().outputs().get(field.name());
      new TreeMap<>(output.direct())
          .forEach((column, flow) -> found.add(field.name() + " <- " + column + " " + flow));
      found.addAll(influences(field.name() + " <- ", output.indirect()));
    }
    found.addAll(influences("", plan.lineage().indirect()));
    var expected = new ArrayList<>(query.all("direct"));
    expected.addAll(query.all("indirect"));
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Set<String> influences(
      String before, Map<String, Set<Lineage.Influence>> influences) {
    return influences.entrySet().stream()
        .map(entry -> before + entry.getKey() + " " + joined(entry.getValue()))
        .collect(Collectors.toSet());
  }

  private static String joined(Set<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @MethodSource("traced")
  void theTablesWhoseRowsMatterAreTraced(Corpus query) {
    assertThat(joined(plan(query).lineage().rows())).isEqualTo(query.one("rows").orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("traced")
  void everyColumnInTheTextIsMentionedWhereItStands(Corpus query) {
    var plan = plan(query);
    var named = new TreeSet<String>();
    for (var mention : plan.mentions()) {
      named.add(mention.column() + ":" + mention.clause());
      assertThat(Complaints.found(query.sql(), mention.place())).isNotEmpty();
    }
    assertThat(joined(named)).isEqualTo(query.one("named").orElseThrow());
  }

  /// The text is the wider of the two: whatever the plan uses, the text names.
  @ParameterizedTest
  @MethodSource("traced")
  void whatThePlanUsesTheTextNames(Corpus query) {
    var plan = plan(query);
    var used = new TreeSet<>(plan.lineage().indirect().keySet());
    for (var output : plan.lineage().outputs().values()) {
      used.addAll(output.direct().keySet());
      used.addAll(output.indirect().keySet());
    }
    assertThat(plan.mentions().stream().map(TracedPlan.Mention::column)).containsAll(used);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNotKnownIsRefused(Corpus query) {
    var traced = Fixtures.TRACER.trace(query.sql());
    assertThat(traced).isInstanceOf(Traced.Refused.class);
    var codes =
        ((Traced.Refused) traced)
            .problems().stream().map(Traced.Problem::code).collect(Collectors.joining(" "));
    assertThat(codes).isEqualTo(query.one("refused").orElseThrow());
  }

  private static TracedPlan plan(Corpus query) {
    var traced = Fixtures.TRACER.trace(query.sql());
    assertThat(traced).isInstanceOf(Traced.Query.class);
    return ((Traced.Query) traced).plan();
  }
}
