package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Written;
import nl.onzedata.lineage.reference.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What is written for Trino is answered by Trino as the reference answers the plan: every accepted
/// query of both corpora, on some random rows. The profile `trino` fetches the server.
@EnabledIfSystemProperty(
    named = "onze.trino",
    matches = ".+",
    disabledReason = "Trino is large: run with -Ptrino")
class TrinoTruthTest {
  private static final int DATABASES = 4;

  private final List<String> wrong = new ArrayList<>();
  private int answered;
  private int notThere;

  @Test
  void trinoAnswersAsTheReferenceDoes(@TempDir Path work) throws Exception {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_126L);
    try (var trino = new TrinoInMemory(Path.of(System.getProperty("onze.trino")), work)) {
      for (int i = 0; i < DATABASES; i++) {
        people(trino, random);
        open(trino, random);
      }
    }
    var report =
        "%d answers of Trino compared, %d different; %d questions have a piece that it lacks"
            .formatted(answered, wrong.size(), notThere);
    System.out.println(report);
    FuzzReport.write("Trino answers as the reference", DATABASES + " databases", report);
    assertThat(wrong).isEmpty();
    assertThat(answered).isGreaterThan(100);
  }

  private void people(TrinoInMemory trino, RandomGenerator random) throws Exception {
    var lab = new Lab(Fixtures.CONTRACTS, Fixtures.mandate());
    var rows = EngineTruthTest.rows(random);
    trino.fill("x", lab.contracts(), rows);
    for (var file : EngineTruthTest.accepted().toList()) {
      var query = lab.accepted(EngineTruthTest.read(file)).orElseThrow();
      if (query.isOpen()) {
        compare(trino, query.traced().plan(), rows, file);
      } else {
        var scope = lab.scope(List.of());
        var space = AtomSpace.of(query.cores()).orElseThrow();
        compare(trino, new Counted(scope, space, query.cores()).plan(), rows, file);
        for (var part : query.pieces().open()) {
          compare(trino, part, rows, file);
        }
      }
    }
  }

  private void open(TrinoInMemory trino, RandomGenerator random) throws Exception {
    var rows = OpenWorld.rows(random);
    trino.fill("y", OpenWorld.CONTRACTS, rows);
    for (var file : OpenCorpusTest.accepted().toList()) {
      var query = OpenWorld.LAB.accepted(EngineTruthTest.read(file)).orElseThrow();
      compare(trino, query.traced().plan(), rows, file);
    }
  }

  private void compare(TrinoInMemory trino, Plan plan, Database rows, Path file)
      throws IOException, InterruptedException {
    switch (Dialect.TRINO.write(plan)) {
      case Written.NotOnThisEngine _ -> notThere++;
      case Written.Sql(var sql) -> {
        answered++;
        var expected = new ArrayList<String>();
        for (var row : new PlanEngine(rows).answer(plan).rows()) {
          var values = new ArrayList<String>();
          row.forEach(value -> values.add(text(value)));
          expected.add(values.toString());
        }
        try {
          var found = trino.ask(sql).stream().map(List::toString).sorted().toList();
          if (!found.equals(expected.stream().sorted().toList())) {
            wrong.add("%s%n%s%n%s%n%s%n".formatted(file.getFileName(), sql, expected, found));
          }
        } catch (IllegalStateException refused) {
          wrong.add("%s%n%s%n".formatted(file.getFileName(), refused.getMessage()));
        }
      }
    }
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Long number -> TrinoInMemory.number(BigDecimal.valueOf(number));
      case BigDecimal number -> TrinoInMemory.number(number);
      default -> value.toString();
    };
  }
}
