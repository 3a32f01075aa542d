package nl.onzedata.core.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Typed rows.
public record Rows(List<String> columns, List<List<@Nullable Object>> rows) {}
