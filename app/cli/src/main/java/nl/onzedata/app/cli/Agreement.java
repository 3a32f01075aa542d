package nl.onzedata.app.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.mandate.Intersection;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.Refusal;
import nl.onzedata.core.words.Words;
import picocli.CommandLine.Option;

/// The options that a query is held against: contracts, mandate, and why, for whom and when it is
/// asked.
final class Agreement {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final String LANGUAGE = "en";
  static final Words WORDS = Checker.words(LANGUAGE);

  @Option(
      names = "--catalog",
      required = true,
      paramLabel = "DIR",
      description = "Data contracts (*.yaml) of all datasets there are.")
  private String catalog = "";

  @Option(
      names = "--mandate",
      required = true,
      paramLabel = "M.yaml",
      description = "What was agreed; - is standard input. Of several, what each allows.")
  private List<String> mandates = List.of();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day it is asked on, as 2027-06-01 (default: today).")
  private Optional<String> on = Optional.empty();

  @Option(
      names = "--purpose",
      paramLabel = "CODE",
      description = "What for, a DPV code (default: that of the mandate).")
  private Optional<String> purpose = Optional.empty();

  @Option(
      names = "--audience",
      paramLabel = "A",
      description = "For whom: public, parties or project (default: that of the mandate).")
  private Optional<String> audience = Optional.empty();

  /// All of it, read.
  record Read(Contracts contracts, Mandate mandate, Question question) {}

  Read read(Console console) {
    var contracts = Contracts.read(catalog);
    var agreed =
        Intersection.of(
            mandates.stream().map(file -> mandate(file, console, contracts)).toList(),
            contracts.all());
    var asked =
        new Question(
            on.map(Agreement::day)
                .orElse(LocalDate.ofInstant(InstantSource.system().instant(), HERE)),
            purpose.orElse(agreed.purpose().code()),
            audience.map(Agreement::audience).orElse(agreed.audience()));
    return new Read(contracts, agreed, asked);
  }

  private static Mandate mandate(String file, Console console, Contracts contracts) {
    return switch (MandateReading.read(console.readText(file), contracts.all())) {
      case MandateReading.Fine(var fine) -> fine;
      case MandateReading.Unusable(var problems) -> {
        var words =
            Document.words(LANGUAGE)
                .and(MandateReading.words(LANGUAGE))
                .and(ContractReading.words(LANGUAGE));
        throw new Unusable(String.join("\n", Contracts.said(Path.of(file), problems, words)));
      }
    };
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Unusable("--on is '%s': expected a day such as 2027-06-01".formatted(text));
    }
  }

  private static Mandate.Audience audience(String text) {
    return Arrays.stream(Mandate.Audience.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Unusable(
                    "--audience is '%s': expected public, parties or project".formatted(text)));
  }

  /// A refusal in words; its parts are the keys of the JSON.
  record Said(
      String code,
      String clause,
      String subject,
      int line,
      int column,
      String message,
      Optional<String> fix) {
    static List<Said> of(List<Refusal> refusals) {
      return refusals.stream()
          .map(
              refusal ->
                  new Said(
                      refusal.code(),
                      refusal.clause(),
                      refusal.subject(),
                      refusal.place().line(),
                      refusal.place().column(),
                      WORDS.say(refusal.message()),
                      refusal.fix().map(WORDS::say)))
          .toList();
    }

    /// For people.
    String said() {
      return "  %d:%d %s%s %s%s"
          .formatted(
              line,
              column,
              code,
              clause.isEmpty() ? "" : " (" + clause + ")",
              message,
              fix.map(text -> "%n      %s".formatted(text)).orElse(""));
    }
  }
}
