package nl.onzedata.core.query;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Type;
import org.jspecify.annotations.Nullable;

/// What a text takes of a date: the first day of the period that it is in, or a number. It is the
/// same for all days of a period.
///
/// @param span such a period, the longest there is
/// @param field which number, by its word in EXTRACT; nothing for the first day
record DatePart(Span span, Optional<String> field) {
  private static final Map<String, TemporalField> FIELDS =
      Map.of(
          "YEAR", ChronoField.YEAR,
          "QUARTER", IsoFields.QUARTER_OF_YEAR,
          "MONTH", ChronoField.MONTH_OF_YEAR,
          "ISOYEAR", IsoFields.WEEK_BASED_YEAR,
          "WEEK", IsoFields.WEEK_OF_WEEK_BASED_YEAR);

  /// The period itself, by its first day.
  static DatePart first(Span span) {
    return new DatePart(span, Optional.empty());
  }

  /// What a function of a date or a moment takes of it; nothing if that is not known here.
  static Optional<DatePart> of(Expr.Call call) {
    if (isDay(call)) {
      return Optional.of(first(Span.DAY));
    }
    if (call.arguments().size() != 2
        || !(call.arguments().getFirst() instanceof Expr.Literal(String word, var _, var _))) {
      return Optional.empty();
    }
    return switch (call.operator()) {
      case "DATE_TRUNC" -> Span.of(word).map(DatePart::first);
      case "EXTRACT" ->
          Optional.of(word)
              .filter(FIELDS::containsKey)
              .map(field -> new DatePart(span(field), Optional.of(field)));
      default -> Optional.empty();
    };
  }

  /// The day of a moment, or a day as the moment that it starts.
  static boolean isDay(Expr.Call call) {
    return call.operator().equals("CAST")
        && call.type().isTime()
        && call.arguments().getFirst().type().isTime();
  }

  /// What this takes of the days that another part gives, as what it takes of the date itself;
  /// nothing where that is no part of it, such as the month of the first day of a year.
  Optional<DatePart> after(DatePart inner) {
    if (inner.field().isPresent()) {
      return Optional.empty();
    }
    if (span.isMadeOf(inner.span())) {
      return Optional.of(this);
    }
    return field.isEmpty() && inner.span().isMadeOf(span) ? Optional.of(inner) : Optional.empty();
  }

  /// The year of a week has whole weeks only.
  private static Span span(String field) {
    return field.equals("ISOYEAR") ? Span.WEEK : Span.valueOf(field);
  }

  /// What it is of a day: a `Long` or a `LocalDate`.
  Object of(LocalDate day) {
    return field.map(DatePart::known).<Object>map(day::getLong).orElseGet(() -> span.start(day));
  }

  private static TemporalField known(String field) {
    @Nullable TemporalField known = FIELDS.get(field);
    if (known == null) {
      throw new IllegalArgumentException("no part of a date: " + field);
    }
    return known;
  }

  /// The function for an engine.
  Expr of(Expr day) {
    if (field.isEmpty() && span == Span.DAY) {
      return day;
    }
    return field.isPresent()
        ? new Expr.Call("EXTRACT", List.of(word(field.get()), day), Type.INTEGER)
        : new Expr.Call("DATE_TRUNC", List.of(word(span.word()), day), Type.DATE);
  }

  private static Expr word(String word) {
    return new Expr.Literal(word, true, Type.TEXT);
  }

  /// As it can be written, such as `DATE_TRUNC('month', dag)`.
  String of(String column) {
    return field
        .map(word -> "EXTRACT(%s FROM %s)".formatted(word, column))
        .orElseGet(() -> "DATE_TRUNC('%s', %s)".formatted(span.word(), column));
  }
}
