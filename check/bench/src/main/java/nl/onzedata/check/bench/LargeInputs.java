package nl.onzedata.check.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.lineage.Catalog;
import nl.onzedata.lineage.Traced;
import nl.onzedata.lineage.Tracer;
import nl.onzedata.lineage.Type;

/// How long the largest inputs take to be answered or refused: queries of 10,000 words in several
/// shapes, and a mandate of 5 MB. Each once to warm up, then the slowest of five.
public final class LargeInputs {
  private static final Tracer TRACER = new Tracer(catalog());

  private LargeInputs() {}

  private static Catalog catalog() {
    var columns =
        List.of(
            new Catalog.Column("a", Type.INTEGER, true),
            new Catalog.Column("b", Type.INTEGER, true));
    return new Catalog(Map.of("t", new Catalog.Table("t", columns)));
  }

  /// Prints a line for each input.
  public static void main(String[] arguments) {
    query("IN with 4,950 numbers", "SELECT count(*) FROM t WHERE a IN (" + numbers(4_950) + ")");
    query("2,490 columns", "SELECT " + repeated("a + b", ", ", 2_490) + " FROM t");
    query("a sum of 4,990 terms", "SELECT " + repeated("a", " + ", 4_990) + " FROM t");
    query("2,480 conditions", "SELECT a FROM t WHERE " + repeated("a > b", " OR ", 2_480));
    query("1,660 unions", repeated("SELECT a FROM t", " UNION ALL ", 1_660));
    query("4,990 brackets", "SELECT " + "(".repeat(4_990) + "a" + ")".repeat(4_990) + " FROM t");
    query(
        "1,240 sub-queries",
        "SELECT * FROM (".repeat(1_240) + "SELECT a FROM t" + ") AS x".repeat(1_240));
    query("4,900 unknown columns", "SELECT " + repeated("zz", ", ", 4_900) + " FROM t");
    var mandate = "mandate: big\nnotes:\n" + "  - {nl: een, en: one}\n".repeat(220_000);
    tell("mandate of %d bytes".formatted(mandate.length()), () -> MandateReading.read(mandate));
  }

  private static String numbers(int n) {
    return IntStream.range(0, n).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }

  private static String repeated(String part, String between, int n) {
    return String.join(between, Collections.nCopies(n, part));
  }

  private static void query(String name, String sql) {
    tell(name, () -> TRACER.trace(sql));
  }

  private static void tell(String name, Supplier<Object> work) {
    var answer = work.get();
    long slowest = 0;
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      answer = work.get();
      slowest = Math.max(slowest, System.nanoTime() - begun);
    }
    System.out.printf(Locale.ROOT, "%-28s %6.0f ms  %s%n", name, slowest / 1e6, said(answer));
  }

  private static String said(Object answer) {
    return switch (answer) {
      case Traced.Query query -> "traced";
      case Traced.Refused(var problems) -> "refused: " + problems.getFirst().code();
      case MandateReading.Unusable(var problems) -> "refused: " + problems.getFirst().message();
      default -> "read";
    };
  }
}
