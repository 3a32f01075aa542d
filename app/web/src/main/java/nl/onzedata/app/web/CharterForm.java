package nl.onzedata.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.Answer;
import nl.onzedata.core.journal.ProjectAct.Charter;
import nl.onzedata.core.journal.ProjectAct.Claim;
import nl.onzedata.core.journal.ProjectAct.Contact;
import nl.onzedata.core.words.Message;

/// A charter as a form: a text per field and language (`question.nl`, `question.en`), lists as a
/// line per item. English may be left out; where it is there, it has as many lines as the Dutch.
public final class CharterForm {
  /// The fields, in the order of the form.
  public static final List<Field> FIELDS =
      List.of(
          new Field("question", Kind.TEXT),
          new Field("purpose", Kind.TEXT),
          new Field("notFor", Kind.LINES),
          new Field("legalBasis", Kind.TEXT),
          new Field("service", Kind.TEXT),
          new Field("serviceMeasure", Kind.TEXT),
          new Field("saving", Kind.TEXT),
          new Field("savingMeasure", Kind.TEXT),
          new Field("withoutData", Kind.TEXT),
          new Field("whoPays", Kind.TEXT),
          new Field("interests", Kind.HEADED),
          new Field("participation", Kind.HEADED),
          new Field("principles", Kind.HEADED),
          new Field("sources", Kind.LINES),
          new Field("serviceImage", Kind.TEXT),
          new Field("controlImage", Kind.TEXT),
          new Field("contacts", Kind.CONTACTS),
          new Field("rights", Kind.TEXT),
          new Field("notice", Kind.TEXT));

  /// How many elements a participation paragraph has.
  private static final int PARTICIPATION = 8;

  private final Function<String, String> filled;
  private final Map<String, Message> problems = new LinkedHashMap<>();

  private CharterForm(Function<String, String> filled) {
    this.filled = filled;
  }

  /// How a field is typed.
  public enum Kind {
    /// One text.
    TEXT,
    /// An item per line.
    LINES,
    /// `heading: text` per line.
    HEADED,
    /// `function; phone; address for mail` per line.
    CONTACTS
  }

  /// A field of the form.
  public record Field(String name, Kind kind) {
    /// Whether it must be filled in; only what everybody must know beforehand may be nothing.
    public boolean isNeeded() {
      return !name.equals("notice");
    }
  }

  /// What was read.
  public sealed interface Read {
    /// A charter.
    record Fine(Charter charter) implements Read {}

    /// Every problem, by the name of the field in its language.
    record Wrong(Map<String, Message> problems) implements Read {}
  }

  /// Reads a form.
  public static Read read(Function<String, String> filled) {
    var form = new CharterForm(filled);
    var charter = form.charter();
    return form.problems.isEmpty() ? new Read.Fine(charter) : new Read.Wrong(form.problems);
  }

  /// What the form shows of a charter.
  public static Map<String, String> show(Charter charter) {
    var shown = new TreeMap<String, String>();
    show(shown, "question", List.of(charter.question()));
    show(shown, "purpose", List.of(charter.purpose()));
    show(shown, "notFor", charter.notFor());
    show(shown, "legalBasis", List.of(charter.legalBasis()));
    show(shown, "service", List.of(charter.service().what()));
    show(shown, "serviceMeasure", List.of(charter.service().measure()));
    show(shown, "saving", List.of(charter.saving().what()));
    show(shown, "savingMeasure", List.of(charter.saving().measure()));
    show(shown, "withoutData", List.of(charter.withoutData()));
    show(shown, "whoPays", List.of(charter.whoPays()));
    show(shown, "interests", headed(charter.interests()));
    show(shown, "participation", headed(charter.participation()));
    show(shown, "principles", headed(charter.principles()));
    show(shown, "sources", charter.sources());
    show(shown, "serviceImage", List.of(charter.serviceImage()));
    show(shown, "controlImage", List.of(charter.controlImage()));
    show(
        shown,
        "contacts",
        charter.contacts().stream()
            .map(c -> each(c.function(), text -> text + "; " + c.phone() + "; " + c.mail()))
            .toList());
    show(shown, "rights", List.of(charter.rights()));
    show(shown, "notice", List.of(charter.notice()));
    return shown;
  }

  private static List<Phrase> headed(List<Answer> answers) {
    return answers.stream()
        .map(
            answer -> {
              var in = new TreeMap<String, String>();
              answer
                  .to()
                  .in()
                  .forEach(
                      (language, to) ->
                          in.put(
                              language,
                              to.replace(":", " –") + ": " + answer.answer().say(language)));
              return new Phrase(in);
            })
        .toList();
  }

  private static Phrase each(Phrase phrase, Function<String, String> change) {
    var in = new TreeMap<String, String>();
    phrase.in().forEach((language, text) -> in.put(language, change.apply(text)));
    return new Phrase(in);
  }

  private static void show(Map<String, String> shown, String field, List<Phrase> lines) {
    for (var language : List.of("nl", "en")) {
      if (lines.stream().allMatch(line -> line.in().containsKey(language))) {
        shown.put(
            field + "." + language,
            String.join("\n", lines.stream().map(line -> line.say(language)).toList()));
      }
    }
  }

  private Charter charter() {
    return new Charter(
        text("question"),
        text("purpose"),
        lines("notFor"),
        text("legalBasis"),
        new Claim(text("service"), text("serviceMeasure")),
        new Claim(text("saving"), text("savingMeasure")),
        text("withoutData"),
        text("whoPays"),
        answers("interests"),
        participation(),
        answers("principles"),
        lines("sources"),
        text("serviceImage"),
        text("controlImage"),
        contacts(),
        text("rights"),
        notice());
  }

  private Phrase text(String field) {
    var dutch = value(field, "nl");
    if (dutch.isBlank()) {
      problems.put(field + ".nl", Message.of("page.problem.empty", "field", field));
    }
    return phrase(dutch, value(field, "en"));
  }

  private Phrase notice() {
    return phrase(value("notice", "nl"), value("notice", "en"));
  }

  private List<Phrase> lines(String field) {
    var dutch = value(field, "nl").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    var english = value(field, "en").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (dutch.isEmpty()) {
      problems.put(field + ".nl", Message.of("page.problem.empty", "field", field));
    }
    if (!english.isEmpty() && english.size() != dutch.size()) {
      problems.put(
          field + ".en",
          Message.of(
              "page.problem.lines",
              "found",
              Integer.toString(english.size()),
              "expected",
              Integer.toString(dutch.size())));
      return List.of();
    }
    var lines = new ArrayList<Phrase>();
    for (int i = 0; i < dutch.size(); i++) {
      lines.add(phrase(dutch.get(i), english.isEmpty() ? "" : english.get(i)));
    }
    return lines;
  }

  private List<Answer> answers(String field) {
    var answers = new ArrayList<Answer>();
    for (var line : lines(field)) {
      for (var said : line.in().entrySet()) {
        if (said.getValue().indexOf(':') < 1 || said.getValue().strip().endsWith(":")) {
          problems.put(
              field + "." + said.getKey(),
              Message.of("page.problem.headed", "found", said.getValue()));
          return List.of();
        }
      }
      answers.add(
          new Answer(
              each(line, text -> text.substring(0, text.indexOf(':')).strip()),
              each(line, text -> text.substring(text.indexOf(':') + 1).strip())));
    }
    return answers;
  }

  private List<Answer> participation() {
    var answers = answers("participation");
    if (!answers.isEmpty() && answers.size() != PARTICIPATION) {
      problems.put(
          "participation.nl",
          Message.of(
              "page.problem.participation",
              "found",
              Integer.toString(answers.size()),
              "expected",
              Integer.toString(PARTICIPATION)));
    }
    return answers;
  }

  private List<Contact> contacts() {
    var contacts = new ArrayList<Contact>();
    for (var line : lines("contacts")) {
      var parts = line.say("nl").split(";", -1);
      if (parts.length != 3
          || !parts[2].contains("@")
          || parts[0].isBlank()
          || parts[1].isBlank()) {
        problems.put("contacts.nl", Message.of("page.problem.contact", "found", line.say("nl")));
        return List.of();
      }
      contacts.add(
          new Contact(
              each(line, text -> text.split(";", -1)[0].strip()),
              parts[1].strip(),
              parts[2].strip()));
    }
    return contacts;
  }

  private String value(String field, String language) {
    return filled.apply(field + "." + language).strip();
  }

  private static Phrase phrase(String dutch, String english) {
    return english.isBlank() ? new Phrase(Map.of("nl", dutch)) : Phrase.of(dutch, english);
  }
}
