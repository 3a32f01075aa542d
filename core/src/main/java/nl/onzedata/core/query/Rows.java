package nl.onzedata.core.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an engine answers, before any protection: never shown to anyone as it is.
///
/// @param rows each as wide as `columns`; a value is a `Long`, `BigDecimal`, `String`,
/// `Boolean` or
///     `LocalDate`, or null where it is missing
public record Rows(List<String> columns, List<List<@Nullable Object>> rows) {}
