package nl.onzedata.core.query;

import java.util.random.RandomGenerator;

/// A random question that can be spelled in several ways.
interface FuzzAsked {
  String sql(FuzzQuery.Style style);

  /// Whether every key it can have is in its answer.
  boolean isWhole();

  /// Mostly about people, now and then about cells.
  static FuzzAsked of(FuzzWorld world, RandomGenerator random) {
    return random.nextInt(3) == 0 ? new FuzzCells(world, random) : new FuzzQuery(world, random);
  }
}
