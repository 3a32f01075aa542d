package nl.onzedata.lineage;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;

/// Turns what Calcite says of a text into our problems: a code, a place and arguments, never its
/// own words.
final class Complaints {
  private static final int SHOWN = 80;
  private static final int EXPECTED = 30;
  private static final Set<String> QUERY = Set.of("SELECT", "WITH", "VALUES", "(");
  private static final Pattern COLUMN =
      Pattern.compile("(?:Column|Table|Object) '([^']*)' not found.*", Pattern.DOTALL);

  /// How Calcite's sentences begin, and what kind of mistake that is.
  private static final List<Map.Entry<Pattern, String>> REASONS =
      List.of(
          reason("Column '.*' is ambiguous", "ambiguous"),
          reason("Expression '.*' is not being grouped", "not-grouped"),
          reason("Aggregate expression", "aggregate-place"),
          reason("Windowed aggregate expression", "window-place"),
          reason("Aggregate expressions cannot be nested", "aggregate-nested"),
          reason("Cannot apply '", "types"),
          reason("Illegal use of 'NULL'", "types"),
          reason("Cannot convert", "types"),
          reason("Values passed to", "types"),
          reason("Type mismatch", "types"),
          reason("Column count mismatch", "column-count"),
          reason("Invalid number of", "argument-count"),
          reason("No match found for function signature", "types"),
          reason("Duplicate relation name", "alias-twice"));

  private Complaints() {}

  private static Map.Entry<Pattern, String> reason(String start, String reason) {
    return Map.entry(Pattern.compile(start + ".*", Pattern.DOTALL), reason);
  }

  static Traced.Problem of(SqlParseException failure, String sql) {
    var place = failure.getPos() == null ? Place.START : Refusal.place(failure.getPos());
    var first = Token.of(sql).stream().findFirst().map(Token::text).orElse("");
    boolean query = QUERY.contains(first.toUpperCase(Locale.ROOT));
    return new Traced.Problem(
        "SYNTAX",
        place,
        Map.of(
            "reason",
            query ? "grammar" : "not-a-query",
            "found",
            query ? found(sql, place) : first,
            "expected",
            query ? expected(failure.getExpectedTokenNames()) : "SELECT"));
  }

  /// A complaint of the validator.
  static Traced.Problem of(CalciteContextException failure, String sql, Catalog catalog) {
    var place =
        new Place(
            failure.getPosLine(),
            failure.getPosColumn(),
            failure.getEndPosLine(),
            failure.getEndPosColumn());
    var cause = failure.getCause();
    var message = cause == null ? "" : String.valueOf(cause.getMessage());
    var unknown = COLUMN.matcher(message);
    if (unknown.matches()) {
      var name = unknown.group(1);
      return new Traced.Problem(
          "UNKNOWN",
          place,
          Map.of("what", "column", "found", name, "near", Near.to(name, columns(catalog))));
    }
    var reason =
        REASONS.stream()
            .filter(entry -> entry.getKey().matcher(message).matches())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("meaning");
    return new Traced.Problem(
        "SYNTAX", place, Map.of("reason", reason, "found", found(sql, place), "expected", ""));
  }

  private static Set<String> columns(Catalog catalog) {
    return catalog.tables().values().stream()
        .map(Catalog.Table::columns)
        .flatMap(Collection::stream)
        .map(Catalog.Column::name)
        .collect(Collectors.toSet());
  }

  /// The stretch of the text, or what is shown of it.
  static String found(String sql, Place place) {
    var lines = sql.lines().skip(place.line() - 1L).findFirst().orElse("");
    int from = Math.min(lines.length(), Math.max(0, place.column() - 1));
    int to =
        place.endLine() == place.line()
            ? Math.min(lines.length(), Math.max(from, place.endColumn()))
            : lines.length();
    var piece = lines.substring(from, to);
    return piece.length() > SHOWN ? piece.substring(0, SHOWN) + "…" : piece;
  }

  /// The words that could stand there; where any expression could, just that.
  private static String expected(Collection<String> tokens) {
    if (tokens.contains("<QUOTED_STRING>")) {
      return "expression";
    }
    return tokens.stream()
        .map(token -> token.replace("\"", ""))
        .filter(token -> token.matches("[A-Z]+|\\)"))
        .sorted()
        .limit(EXPECTED)
        .collect(Collectors.joining(" "));
  }
}
