package nl.onzedata.lineage;

/// Writes a plan as SQL for an engine. The text that a person typed never reaches an engine; this
/// does. What a plan means does not depend on the engine: real division that is missing for a
/// divisor of 0, means of real numbers, missing values last, texts as Unicode.
public enum Dialect {
  /// DuckDB 2.0.
  DUCKDB {
    @Override
    public String sql(Plan plan) {
      return new DuckDbWriter().query(plan);
    }
  };

  /// The plan as one query, whose columns have the names of the plan's fields. Tables are named
  /// `"schema"."table"`.
  public abstract String sql(Plan plan);
}
