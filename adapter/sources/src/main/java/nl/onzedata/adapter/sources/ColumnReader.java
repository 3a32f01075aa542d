package nl.onzedata.adapter.sources;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.onzedata.adapter.sources.ColumnGuess.Form;

/// Sees the fields of one column go by, and tells what they have in common.
final class ColumnReader {
  private static final int MOST_CODES = 200;
  private static final int MOST_DISTINCT = 2_000_000;
  private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9][0-9]{0,17})");
  private static final Pattern POINT = Pattern.compile("[+-]?(0|[1-9][0-9]*)?(\\.[0-9]+)?");
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(\\.[0-9]{3})+)?(,[0-9]+)?");
  private static final DateTimeFormatter DUTCH =
      DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final Set<Form> possible = EnumSet.allOf(Form.class);
  private final Set<String> codes = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();
  private boolean unique = true;
  private boolean values;
  private long missing;
  private long signs;
  private int before = 1;
  private int after;

  void read(String field) {
    switch (Cell.of(field, true)) {
      case Cell.Missing(var why) -> {
        missing++;
        unique = false;
        if (why != Cell.Reason.EMPTY) {
          signs++;
          codes.add(field.strip());
        }
      }
      case Cell.Value(var text) -> {
        values = true;
        possible.removeIf(form -> !fits(text, form));
        measure(text);
        if (codes.size() <= MOST_CODES) {
          codes.add(text);
        }
        unique = unique && seen.size() < MOST_DISTINCT && seen.add(text);
        if (!unique) {
          seen.clear();
        }
      }
    }
  }

  private void measure(String text) {
    if (possible.contains(Form.DECIMAL_POINT) || possible.contains(Form.DECIMAL_COMMA)) {
      var mark = possible.contains(Form.DECIMAL_POINT) ? '.' : ',';
      int at = text.indexOf(mark);
      long digits = text.chars().filter(Character::isDigit).count();
      int behind = at < 0 ? 0 : text.length() - at - 1;
      after = Math.max(after, behind);
      before = Math.max(before, (int) digits - behind);
    }
  }

  ColumnGuess guess(String title, String name) {
    var form = form();
    boolean number = form.isNumber();
    long without = number ? missing : missing - signs;
    boolean list = form == Form.TEXT && !unique && codes.size() <= MOST_CODES && !codes.isEmpty();
    return new ColumnGuess(
        title,
        name,
        form,
        Math.min(38, before + after),
        after,
        without,
        number ? signs : 0,
        list ? new ArrayList<>(codes) : java.util.List.of(),
        unique);
  }

  private Form form() {
    if (!values) {
      return Form.TEXT;
    }
    return java.util.stream.Stream.of(
            Form.INTEGER,
            Form.DECIMAL_POINT,
            Form.DECIMAL_COMMA,
            Form.BOOLEAN,
            Form.DATE,
            Form.DUTCH_DATE)
        .filter(possible::contains)
        .filter(form -> !form.isNumber() || before + after <= 38)
        .findFirst()
        .orElse(Form.TEXT);
  }

  private static boolean fits(String text, Form form) {
    return switch (form) {
      case INTEGER -> INTEGER.matcher(text).matches();
      case DECIMAL_POINT -> hasDigit(text) && POINT.matcher(text).matches();
      case DECIMAL_COMMA -> hasDigit(text) && COMMA.matcher(text).matches();
      case BOOLEAN -> truth(text) != null;
      case DATE -> date(text, DateTimeFormatter.ISO_LOCAL_DATE) != null;
      case DUTCH_DATE -> date(text, DUTCH) != null;
      case TEXT -> true;
    };
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /// The value in the one form that landing reads: a point for decimals, ISO days, true and
  /// false.
  static String plain(String text, Form form) {
    return switch (form) {
      case INTEGER, TEXT -> text;
      case DECIMAL_POINT -> text.startsWith(".") ? "0" + text : text.replace("-.", "-0.");
      case DECIMAL_COMMA -> plain(text.replace(".", "").replace(',', '.'), Form.DECIMAL_POINT);
      case BOOLEAN -> String.valueOf(truth(text));
      case DATE -> text;
      case DUTCH_DATE -> String.valueOf(date(text, DUTCH));
    };
  }

  private static @org.jspecify.annotations.Nullable Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "ja", "waar" -> true;
      case "false", "nee", "onwaar" -> false;
      default -> null;
    };
  }

  private static @org.jspecify.annotations.Nullable LocalDate date(
      String text, DateTimeFormatter form) {
    try {
      return LocalDate.parse(text, form);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
