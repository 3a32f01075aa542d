package nl.onzedata.adapter.sources;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.onzedata.adapter.sources.ColumnGuess.Form;

/// Sees the fields of one column go by, and tells what they have in common. In a long column a few
/// fields may be wrong: what nearly all are is what it is, and landing names those that are not.
final class ColumnReader {
  private static final int MOST_ODD = 20;
  private static final int ODD_IN = 20;
  private static final int MOST_CODES = 200;
  private static final int MOST_DISTINCT = 2_000_000;
  private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9][0-9]{0,17})");
  private static final Pattern POINT = Pattern.compile("[+-]?(0|[1-9][0-9]*)?(\\.[0-9]+)?");
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(\\.[0-9]{3})+)?(,[0-9]+)?");
  private static final DateTimeFormatter DUTCH =
      DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final Map<Form, Integer> odd = new EnumMap<>(Form.class);
  private final Set<Form> possible = EnumSet.allOf(Form.class);
  private final Set<String> codes = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();
  private boolean unique = true;
  private long values;
  private long missing;
  private long signs;
  private final Digits points = new Digits('.');
  private final Digits commas = new Digits(',');

  /// The most digits before and after a decimal sign.
  private static final class Digits {
    private final char mark;
    private int before = 1;
    private int after;

    Digits(char mark) {
      this.mark = mark;
    }

    void see(String text) {
      int at = text.indexOf(mark);
      long digits = text.chars().filter(Character::isDigit).count();
      int behind = at < 0 ? 0 : text.length() - at - 1;
      after = Math.max(after, behind);
      before = Math.max(before, (int) digits - behind);
    }

    boolean fit() {
      return before + after <= 38;
    }
  }

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
        values++;
        for (var form : List.copyOf(possible)) {
          see(text, form);
        }
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

  private void see(String text, Form form) {
    if (!fits(text, form)) {
      if (odd.merge(form, 1, Integer::sum) > MOST_ODD) {
        possible.remove(form);
      }
    } else if (form == Form.DECIMAL_POINT) {
      points.see(text);
    } else if (form == Form.DECIMAL_COMMA) {
      commas.see(text);
    }
  }

  /// Whether what looks like decimals with a point could be thousands parted by one.
  boolean canHaveCommas() {
    return form() == Form.DECIMAL_POINT
        && possible.contains(Form.DECIMAL_COMMA)
        && odd.getOrDefault(Form.DECIMAL_COMMA, 0) <= odd.getOrDefault(Form.DECIMAL_POINT, 0);
  }

  /// @param commas whether decimals have a comma where both can be
  ColumnGuess guess(String title, String name, boolean commas) {
    var form = commas && canHaveCommas() ? Form.DECIMAL_COMMA : form();
    boolean number = form.isNumber();
    var digits = form == Form.DECIMAL_COMMA ? this.commas : points;
    long without = number ? missing : missing - signs;
    boolean list = form == Form.TEXT && !unique && codes.size() <= MOST_CODES && !codes.isEmpty();
    return new ColumnGuess(
        title,
        name,
        form,
        Math.min(38, digits.before + digits.after),
        digits.after,
        without,
        number ? signs : 0,
        list ? new ArrayList<>(codes) : List.of(),
        unique);
  }

  private Form form() {
    var exact = form(0);
    return exact == Form.TEXT ? form((int) Math.min(MOST_ODD, values / ODD_IN)) : exact;
  }

  /// The form that most values have, and all but for a few; of equals the first.
  private Form form(int few) {
    if (values == 0) {
      return Form.TEXT;
    }
    return Stream.of(
            Form.INTEGER,
            Form.DECIMAL_POINT,
            Form.DECIMAL_COMMA,
            Form.BOOLEAN,
            Form.DATE,
            Form.DUTCH_DATE)
        .filter(possible::contains)
        .filter(form -> odd.getOrDefault(form, 0) <= few)
        .filter(form -> !form.isNumber() || (form == Form.DECIMAL_COMMA ? commas : points).fit())
        .min(Comparator.comparingInt(form -> odd.getOrDefault(form, 0)))
        .orElse(Form.TEXT);
  }

  static boolean fits(String text, Form form) {
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
