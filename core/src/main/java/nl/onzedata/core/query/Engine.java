package nl.onzedata.core.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What runs SQL that we compiled ourselves from a checked plan. Safe for use by many threads.
public interface Engine {
  /// Runs one query on these files and nothing else.
  ///
  /// @param tables the names that the SQL uses, such as `leiden.huishouden`, each with its
  /// Parquet
  ///     file
  /// @param limit after which the query is stopped
  /// @throws EngineException if there are no rows to give; it says nothing of the data
  Rows run(String sql, Map<String, Path> tables, Duration limit);
}
