package nl.onzedata.core.query;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What runs compiled SQL.
public interface Engine {
  Rows run(String sql, Map<String, Path> tables, Duration limit);
}
