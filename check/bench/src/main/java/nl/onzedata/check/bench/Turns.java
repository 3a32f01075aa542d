package nl.onzedata.check.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The times of texts that are run in turns, so that whatever else the machine does falls on all of
/// them. Each runs once to warm up.
final class Turns {
  private final List<List<Double>> times;

  /// @param of how often each is measured
  Turns(Connection engine, int of, String... texts) throws SQLException {
    times = Stream.of(texts).<List<Double>>map(_ -> new ArrayList<>()).toList();
    for (int round = 0; round <= of; round++) {
      for (int i = 0; i < texts.length; i++) {
        double millis = millis(engine, texts[i]);
        if (round > 0) {
          times.get(i).add(millis);
        }
      }
    }
  }

  private static double millis(Connection engine, String sql) throws SQLException {
    long start = System.nanoTime();
    try (var statement = engine.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        // all rows count
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /// The middle time of a text.
  double millis(int text) {
    return middle(times.get(text));
  }

  /// One text beside another, in each round; ascending.
  List<Double> quotients(int text, int other) {
    return IntStream.range(0, times.get(text).size())
        .mapToObj(i -> times.get(text).get(i) / times.get(other).get(i))
        .sorted()
        .toList();
  }

  static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
