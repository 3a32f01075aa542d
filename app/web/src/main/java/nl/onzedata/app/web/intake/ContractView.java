package nl.onzedata.app.web.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.adapter.sources.Cell;
import nl.onzedata.adapter.sources.ColumnGuess;
import nl.onzedata.adapter.sources.DecimalSign;
import nl.onzedata.adapter.sources.SourceFile;
import nl.onzedata.app.web.Filled;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Visit;
import nl.onzedata.core.dossier.Basis;

/// What the page says about a file and its contract.
///
/// @param facts what was found in the file: a name and what it is
/// @param notes what was read in one of several ways, and what is secret
/// @param headings the titles of the columns
/// @param first the first rows
/// @param rows the columns as a form
/// @param filled the form, with what is wrong at each field
/// @param fits whether everything was checked and fits
/// @param recordsLater whether the records can only come in later
public record ContractView(
    Delivery delivery,
    List<Fact> facts,
    List<String> notes,
    List<String> headings,
    List<List<Shown>> first,
    List<Row> rows,
    Filled filled,
    Problems problems,
    boolean fits,
    boolean csv,
    Optional<DecimalSign> sign,
    String yaml,
    boolean recordsLater) {
  /// The types that a column can have, as the standard calls them.
  public static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "date", "timestamp");

  /// How sensitive a column can be, as a contract says it.
  public static final List<String> SENSITIVITIES =
      List.of("none", "personal", "identifying", "special");

  public ContractView {
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
    headings = List.copyOf(headings);
    first = first.stream().map(List::copyOf).toList();
    rows = List.copyOf(rows);
  }

  /// Something that was found.
  public record Fact(String name, String says) {}

  /// A field of a first row.
  ///
  /// @param missing whether there is no value; then it says why
  public record Shown(String says, boolean missing) {}

  /// A column of the form.
  ///
  /// @param seen what its fields are like, in words; empty for a column that says why another
  /// is missing
  /// @param more whether something is wrong in the part that is folded away
  public record Row(String c, String title, String seen, boolean reason, boolean more) {}

  static ContractView of(
      Visit visit,
      Delivery delivery,
      SourceFile source,
      Problems problems,
      boolean fits,
      Instant now) {
    var frame = visit.frame();
    return new ContractView(
        delivery,
        facts(source, frame),
        notes(source, frame),
        source.columns().stream().map(ColumnGuess::title).toList(),
        source.preview().stream()
            .map(row -> row.stream().map(cell -> shown(cell, frame)).toList())
            .toList(),
        rows(delivery.fields(), source, problems, frame),
        Filled.with("contract", delivery.fields()).wrong(problems.at()),
        problems,
        fits,
        source.form() instanceof SourceFile.Form.Csv,
        source.sign(),
        delivery.contract(),
        delivery.again() && !Basis.mayLand(visit.dossier(), delivery.dataset(), now));
  }

  /// What was read in one of several ways; what is secret in one sentence for all columns.
  private static List<String> notes(SourceFile source, Frame frame) {
    var words = frame.words();
    var notes = new ArrayList<String>();
    source.notes().stream()
        .filter(note -> !note.code().equals("source.note-secret"))
        .forEach(note -> notes.add(words.say(note.message())));
    var secret =
        source.columns().stream()
            .filter(column -> column.secret() > 0)
            .map(column -> "%s (%d)".formatted(column.title(), column.secret()))
            .toList();
    if (!secret.isEmpty()) {
      notes.add(frame.say("intake.found.secret", "columns", String.join(", ", secret)));
    }
    return notes;
  }

  private static List<Fact> facts(SourceFile source, Frame frame) {
    var facts = new ArrayList<Fact>();
    switch (source.form()) {
      case SourceFile.Form.Csv(var csv, var mark) -> {
        fact(facts, frame, "format", "CSV");
        fact(facts, frame, "separator", frame.say("intake.separator." + (int) csv.separator()));
        fact(
            facts,
            frame,
            "encoding",
            csv.encoding() + (mark ? ", " + frame.say("intake.fact.mark") : ""));
        fact(facts, frame, "decimal", frame.say("intake.sign." + csv.sign().name()));
      }
      case SourceFile.Form.Parquet parquet -> fact(facts, frame, "format", "Parquet");
    }
    fact(facts, frame, "columns", Integer.toString(source.columns().size()));
    fact(facts, frame, "rows", Long.toString(source.rows()));
    return facts;
  }

  private static void fact(List<Fact> facts, Frame frame, String name, String says) {
    facts.add(new Fact(frame.say("intake.fact." + name), says));
  }

  private static Shown shown(Cell cell, Frame frame) {
    return switch (cell) {
      case Cell.Value(var text) -> new Shown(text, false);
      case Cell.Missing(var why) -> new Shown(frame.say("intake.missing." + why.name()), true);
    };
  }

  private static List<Row> rows(
      Map<String, String> fields, SourceFile source, Problems problems, Frame frame) {
    var rows = new ArrayList<Row>();
    var titles = new ArrayList<String>();
    for (int row = 0; row < ContractForm.rows(fields); row++) {
      var c = "c" + row;
      var title = fields.getOrDefault(c + ".title", "");
      boolean reason =
          titles.contains(title) && fields.getOrDefault(c + ".type", "").equals("string");
      titles.add(title);
      var seen =
          source.columns().stream()
              .filter(column -> !reason && column.title().equals(title))
              .findFirst()
              .map(column -> seen(column, frame))
              .orElse("");
      boolean more =
          List.of("description.en", "codes", "least", "most", "precision", "scale", "sensitivity")
              .stream()
              .anyMatch(field -> problems.at().containsKey(c + "." + field));
      rows.add(new Row(c, title, seen, reason, more));
    }
    return rows;
  }

  private static String seen(ColumnGuess column, Frame frame) {
    var seen = new ArrayList<String>();
    seen.add(frame.say("intake.form." + column.form().name()));
    if (column.unique()) {
      seen.add(frame.say("intake.seen.unique"));
    }
    if (!column.codes().isEmpty()) {
      seen.add(frame.say("intake.seen.codes", "n", Integer.toString(column.codes().size())));
    }
    long empty = column.missing() - column.secret();
    if (empty > 0) {
      seen.add(frame.say("intake.seen.empty", "n", Long.toString(empty)));
    }
    if (column.secret() > 0) {
      seen.add(frame.say("intake.seen.secret", "n", Long.toString(column.secret())));
    }
    return String.join(", ", seen);
  }
}
