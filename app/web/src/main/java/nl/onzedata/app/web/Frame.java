package nl.onzedata.app.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.adapter.sources.SourceProblem;
import nl.onzedata.adapter.warehouse.LandingProblem;
import nl.onzedata.core.dashboard.DashboardReading;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.dossier.Diary;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.words.Message;
import nl.onzedata.core.words.Words;

/// What every page needs around it: the reader's language, where we are, and who is looking.
///
/// @param path of this page, for the language switch and the way back
/// @param person how the visitor is called, to themselves; empty if nobody is signed in
/// @param roles that can be taken in the demo; empty outside of it
/// @param tokenName of the field against forged forms
/// @param token its value; every form that posts carries it
/// @param done code of what was just done, such as `talk.done.vote`; shown once at the top
public record Frame(
    Words words,
    String path,
    Optional<String> person,
    List<DemoRole> roles,
    String tokenName,
    String token,
    Optional<String> done) {
  /// The word files of the pages, each for an area of the site; codes begin with its name.
  private static final String[] AREAS = {"page", "talk", "round", "lab", "intake"};

  /// The arguments that are a day.
  private static final List<String> DAYS = List.of("since", "before");

  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  public Frame {
    roles = List.copyOf(roles);
  }

  /// Whether a code says that something was done, and so may be shown because an address names it.
  public static boolean isDone(String code) {
    return code.startsWith("done.") || code.contains(".done.");
  }

  /// A made-up person of the demo whom anyone may be.
  ///
  /// @param person id, such as `projectleider`
  /// @param current whether the visitor is this person now
  public record DemoRole(String person, String shownAs, boolean current) {}

  /// The words of the pages and of everything that core and the sources of data say.
  public static Words words(String language) {
    return Words.load(language, Frame.class, AREAS)
        .and(Diary.words(language))
        .and(Checker.words(language))
        .and(Document.words(language))
        .and(MandateReading.words(language))
        .and(ContractReading.words(language))
        .and(DashboardReading.words(language))
        .and(Words.load(language, SourceProblem.class, "sources"))
        .and(Words.load(language, LandingProblem.class, "landing"));
  }

  /// A text with the arguments `name, value, …`.
  public String say(String code, String... arguments) {
    return words.say(code, arguments);
  }

  /// What core says. An argument that names something that can be chosen (`role`, `phase`) is said
  /// in the reader's words, and so is a day (`since`, `before`).
  public String say(Message message) {
    var arguments = new TreeMap<String, String>();
    message
        .arguments()
        .forEach(
            (name, value) -> {
              var code =
                  name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "." + value;
              arguments.put(
                  name,
                  DAYS.contains(name)
                      ? day(LocalDate.parse(value))
                      : words.knows(code) ? words.say(code) : value);
            });
    return words.say(new Message(message.code(), arguments));
  }

  /// A public text in the reader's language.
  public String say(Phrase phrase) {
    return phrase.say(words.language());
  }

  /// The word for something that can be chosen.
  public String name(Enum<?> chosen) {
    return new Diary(words).name(chosen);
  }

  /// A day in words, such as "14 maart 2027".
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag(language()))
        .format(day);
  }

  /// The day of a moment, where the authorities are.
  public String day(Instant moment) {
    return day(LocalDate.ofInstant(moment, HERE));
  }

  /// A moment in words, such as "14 maart 2027, 09:30".
  public String moment(Instant moment) {
    return "%s, %tR".formatted(day(moment), moment.atZone(HERE));
  }

  /// The BCP 47 tag of the page's language.
  public String language() {
    return words.language();
  }
}
