package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.core.mandate.Mandate.Use;
import nl.onzedata.core.words.Words;

/// What people call the things that a mandate names: columns and datasets as their contracts
/// describe them, codes by their words, numbers and days as they are written in the language.
final class Naming {
  private final Words words;
  private final Locale locale;
  private final Map<String, Contract> contracts = new TreeMap<>();

  Naming(Words words, List<Contract> contracts) {
    this.words = words;
    this.locale =
        words.language().equals("en") ? Locale.UK : Locale.forLanguageTag(words.language());
    contracts.forEach(contract -> this.contracts.put(contract.dataset(), contract));
  }

  String say(Phrase phrase) {
    return phrase.say(words.language());
  }

  /// The dataset's own name, or its id if there is no contract.
  String dataset(String dataset) {
    var contract = contracts.get(dataset);
    return contract == null ? dataset : say(contract.name());
  }

  Optional<Contract> contract(String dataset) {
    return Optional.ofNullable(contracts.get(dataset));
  }

  /// What is said, without its full stop.
  String inSentence(Phrase phrase) {
    return say(phrase).strip().replaceFirst("\\.$", "");
  }

  /// The description of a column without its full stop, or else its name.
  String column(String dataset, String column) {
    return contract(dataset)
        .flatMap(contract -> contract.column(column))
        .map(found -> inSentence(found.description()))
        .orElse(column);
  }

  /// Whom figures are about, such as `huishoudens`: what the dataset is called that has one row for
  /// each, or else their kind.
  String units(Mandate mandate) {
    var units =
        mandate.data().stream().flatMap(data -> unit(data.dataset()).stream()).distinct().toList();
    return units.isEmpty() ? words.say("mandate.units") : list(units);
  }

  Optional<String> unit(String dataset) {
    var kind = contract(dataset).flatMap(Contract::subjectKind);
    return contracts.values().stream()
        .filter(contract -> kind.isPresent() && contract.subjectKind().equals(kind))
        .filter(Naming::hasOneRowEach)
        .map(contract -> lower(say(contract.name())))
        .findFirst()
        .or(() -> kind);
  }

  private static boolean hasOneRowEach(Contract contract) {
    return contract.subject().map(List::of).filter(contract.keys()::contains).isPresent();
  }

  /// Of a hierarchy: what one part of that level is called.
  String level(String hierarchy, String level) {
    return hierarchy.equals("time")
        ? words.say("mandate.span." + level)
        : contracts.values().stream()
            .flatMap(contract -> contract.column(level).stream())
            .map(column -> lower(say(column.description()).replaceFirst("\\.$", "")))
            .min(java.util.Comparator.comparingInt(String::length))
            .orElse(level);
  }

  /// Cuts as people write them; money for a column whose name ends in `_eur`.
  String cuts(String column, Cuts cuts) {
    return list(cuts.cuts().stream().map(cut -> number(column, cut)).toList());
  }

  private String number(String column, BigDecimal number) {
    var format = new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(locale));
    boolean euros = column.endsWith("_eur");
    return (euros ? words.language().equals("nl") ? "€\u00a0" : "€" : "") + format.format(number);
  }

  String uses(Collection<Use> uses) {
    return list(uses.stream().map(use -> words.say("mandate.use." + Part.written(use))).toList());
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /// A period of ISO 8601, such as `P1Y`.
  String every(String iso) {
    var period = Period.parse(iso);
    var parts = new ArrayList<String>();
    part(parts, "years", period.getYears());
    part(parts, "months", period.getMonths());
    part(parts, "days", period.getDays());
    return list(parts);
  }

  private void part(List<String> parts, String unit, int number) {
    if (number != 0) {
      parts.add(words.say("mandate.every." + unit, "n", Integer.toString(number)));
    }
  }

  /// `a, b en c`.
  String list(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return words.say(
        "mandate.and",
        "before",
        String.join(", ", parts.subList(0, parts.size() - 1)),
        "last",
        parts.getLast());
  }

  static String lower(String text) {
    return text.isEmpty() || (text.length() > 1 && Character.isUpperCase(text.charAt(1)))
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
