package nl.onzedata.lineage;

/// Writes a plan as SQL for an engine. The text that a person typed never reaches an engine; this
/// does. What a plan means does not depend on the engine: real division that is missing for a
/// divisor of 0, means of real numbers, missing values last, texts as Unicode. What an engine only
/// has with another meaning is not written for it.
public enum Dialect {
  /// DuckDB 2.0, which has everything.
  DUCKDB,

  /// Trino.
  TRINO;

  /// The plan as one query, whose columns have the names of the plan's fields; tables are named
  /// `"schema"."table"`. Or all that the engine does not have.
  public Written write(Plan plan) {
    var words = engine();
    var sql = new SqlWriter(words).query(plan);
    return words.missing().isEmpty()
        ? new Written.Sql(sql)
        : new Written.NotOnThisEngine(words.missing());
  }

  private EngineSql engine() {
    return switch (this) {
      case DUCKDB -> new DuckDbSql();
      case TRINO -> new TrinoSql();
    };
  }

  /// As [#write], of a plan of which the engine is known to have everything.
  public String sql(Plan plan) {
    return switch (write(plan)) {
      case Written.Sql(var text) -> text;
      case Written.NotOnThisEngine(var pieces) ->
          throw new IllegalArgumentException(this + " does not have " + String.join(", ", pieces));
    };
  }
}
