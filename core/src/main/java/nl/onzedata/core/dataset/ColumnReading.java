package nl.onzedata.core.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.onzedata.core.dataset.Contract.Column;
import nl.onzedata.core.dataset.Contract.Kind;
import nl.onzedata.core.dataset.Contract.Sensitivity;
import nl.onzedata.core.document.Part;

/// Reads one property of a contract's table.
final class ColumnReading {
  private static final int DIGITS = 18;
  private static final int MOST_DIGITS = 38;
  private static final Map<String, Kind> KINDS =
      Map.of(
          "string", Kind.TEXT,
          "integer", Kind.INTEGER,
          "number", Kind.DECIMAL,
          "boolean", Kind.BOOLEAN,
          "date", Kind.DATE,
          "timestamp", Kind.TIMESTAMP);
  private static final Pattern SOURCE =
      Pattern.compile("[a-z][a-z0-9-]{0,59}/[a-z][a-z0-9_-]{0,59}");

  private final Part part;
  private final Kind kind;

  private ColumnReading(Part part, Kind kind) {
    this.part = part;
    this.kind = kind;
  }

  static Column column(Part part, String name) {
    var kind = part.need("logicalType").flatMap(type -> type.oneOf(KINDS));
    return kind.isPresent()
        ? new ColumnReading(part, kind.get()).column(name)
        : new Column(
            name,
            Kind.TEXT,
            0,
            0,
            true,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Sensitivity.NONE,
            ContractReading.phrase(name, Optional.empty()),
            List.of(),
            Optional.empty());
  }

  private Column column(String name) {
    var custom = Custom.of(part, "description-en", "sensitivity");
    part.find("logicalTypeOptions")
        .ifPresent(
            options ->
                options.knows(
                    "minimum",
                    "maximum",
                    "precision",
                    "scale",
                    "format",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "multipleOf",
                    "timezone",
                    "defaultTimezone"));
    clock();
    int precision = digits("precision", 1, MOST_DIGITS, DIGITS);
    var least = bound("minimum");
    var most = bound("maximum");
    if (least.isPresent()
        && most.isPresent()
        && ContractReading.order(kind).compare(least.get(), most.get()) > 0) {
      part.refuse("contract.range", "least", least.get(), "most", most.get());
    }
    return new Column(
        name,
        kind,
        precision,
        digits("scale", 0, Math.max(precision, 0), 2),
        !part.find("required").map(Part::yes).orElse(false),
        codes(),
        least,
        most,
        custom
            .find("sensitivity")
            .flatMap(p -> p.choice(Sensitivity.class))
            .orElse(Sensitivity.NONE),
        custom.phrase(part.find("description").map(Part::text).orElse(name), "description-en"),
        part.find("transformSourceObjects").map(this::sources).orElse(List.of()),
        part.find("physicalName").map(Part::text).filter(title -> !title.equals(name)));
  }

  private List<String> sources(Part list) {
    return list.texts(source -> source.text(SOURCE, "leiden/verhuizing"));
  }

  private Optional<Part> option(String name) {
    return part.find("logicalTypeOptions").flatMap(options -> options.find(name));
  }

  private int digits(String name, int least, int most, int otherwise) {
    var digits = option(name);
    if (kind != Kind.DECIMAL) {
      digits.ifPresent(found -> found.refuse("contract.digits", "option", name));
      return 0;
    }
    return digits.map(found -> (int) found.whole(least, most)).orElse(Math.min(otherwise, most));
  }

  /// Moments are told by the clock of the Netherlands: the standard's own default is UTC, where
  /// a day is another day.
  private void clock() {
    var zone = option("defaultTimezone");
    var inValues = option("timezone");
    if (kind != Kind.TIMESTAMP) {
      zone.ifPresent(found -> found.refuse("contract.zone-kind", "option", "defaultTimezone"));
      inValues.ifPresent(found -> found.refuse("contract.zone-kind", "option", "timezone"));
      return;
    }
    if (zone.isEmpty()) {
      part.refuse("contract.zone-absent", "zone", Contract.CLOCK.getId());
    }
    zone.filter(found -> !found.text().equals(Contract.CLOCK.getId()))
        .ifPresent(
            found ->
                found.refuse(
                    "contract.zone", "found", found.text(), "zone", Contract.CLOCK.getId()));
    inValues
        .filter(Part::yes)
        .ifPresent(
            found -> found.refuse("contract.zone-in-values", "zone", Contract.CLOCK.getId()));
  }

  private Optional<String> bound(String name) {
    return option(name)
        .flatMap(
            found ->
                switch (kind) {
                  case INTEGER ->
                      found.number().filter(this::isWhole).map(BigDecimal::toPlainString);
                  case DECIMAL -> found.number().map(BigDecimal::toPlainString);
                  case DATE, TIMESTAMP -> found.day().map(Object::toString);
                  case TEXT, BOOLEAN -> {
                    found.refuse("contract.bound-kind", "option", name);
                    yield Optional.empty();
                  }
                });
  }

  private boolean isWhole(BigDecimal number) {
    if (number.scale() > 0) {
      part.refuse("contract.bound-whole", "found", number.toPlainString());
    }
    return number.scale() <= 0;
  }

  /// The standard has two ways to say it: the older `rule: validValues`, and `metric:
  /// invalidValues` with arguments. Other rules of quality are not ours to hold.
  private List<String> codes() {
    List<String> codes = List.of();
    for (var rule : part.items("quality")) {
      var list =
          rule.find("validValues")
              .or(() -> rule.find("arguments").flatMap(given -> given.find("validValues")));
      boolean named = says(rule, "rule", "validValues") || says(rule, "metric", "invalidValues");
      if (list.isPresent() != named) {
        rule.refuse("contract.codes-rule");
      } else if (list.isPresent() && !codes.isEmpty()) {
        rule.refuse("contract.codes-twice");
      } else if (list.isPresent()) {
        codes = codes(list.get());
      }
    }
    return codes;
  }

  private List<String> codes(Part list) {
    if (kind != Kind.TEXT && kind != Kind.INTEGER) {
      list.refuse("contract.codes-kind");
    }
    Predicate<String> fits = code -> kind != Kind.INTEGER || code.matches("-?(0|[1-9][0-9]{0,17})");
    var codes =
        list.texts(
            item -> {
              var code = item.text();
              if (!code.isEmpty() && !fits.test(code)) {
                item.refuse("document.not-a-number", "found", code);
              }
              return code;
            });
    if (list.isList() && list.items().isEmpty()) {
      list.refuse("contract.codes-empty");
    }
    return codes;
  }

  private static boolean says(Part rule, String key, String value) {
    return rule.find(key).map(Part::text).filter(value::equals).isPresent();
  }
}
