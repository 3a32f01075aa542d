package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.calcite.sql.parser.SqlParseException;

/// How many times as long a query takes from its text to the SQL for the engine as Calcite alone
/// takes for the same text: one after the other, text by text, many times, in one process. Of each
/// text the medians are divided; printed is how that quotient lies over the texts.
///
/// Argument: the number of rounds (120); as many before them warm up. Run it from the project's
/// root.
public final class CheckBesideCalcite {
  private CheckBesideCalcite() {}

  public static void main(String[] arguments) throws IOException, SqlParseException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 120;
    var world = CorpusQueries.read(Path.of("core/src/test/resources/nl/onzedata/core/query"));
    int texts = world.queries().size();
    long[][] ours = new long[texts][rounds];
    long[][] calcites = new long[texts][rounds];
    int made = 0; // told at the end, so that making it is not left out
    for (int half = 0; half < 2; half++) {
      for (int round = 0; round < rounds; round++) {
        for (int text = 0; text < texts; text++) {
          var sql = world.queries().get(text);
          long begun = System.nanoTime();
          made ^= System.identityHashCode(world.checked(sql));
          long between = System.nanoTime();
          made ^= System.identityHashCode(world.calcite().plan(sql));
          ours[text][round] = between - begun;
          calcites[text][round] = System.nanoTime() - between;
        }
      }
    }
    double[] quotients = new double[texts];
    for (int text = 0; text < texts; text++) {
      quotients[text] = median(ours[text]) / median(calcites[text]);
    }
    Arrays.sort(quotients);
    System.out.printf(
        Locale.ROOT,
        "%d texts: median %.2f x, 90th percentile %.2f x, at most 2 x for %.0f %% (%x)%n",
        texts,
        quotients[texts / 2],
        quotients[texts * 9 / 10],
        100.0 * Arrays.stream(quotients).filter(each -> each <= 2).count() / texts,
        made);
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }
}
