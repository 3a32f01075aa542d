package nl.onzedata.app.web.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.onzedata.core.dataset.ContractDraft;
import nl.onzedata.core.dataset.ContractDraft.Text;

/// A contract as the fields of a form. A row is a column of the file; one that is not kept is in
/// the form and not in the contract. What the form does not ask (references, what a column was
/// computed from) is carried along.
final class ContractForm {
  /// The fields of a row that a browser leaves out when they are not ticked.
  private static final List<String> TICKS = List.of("keep", "required", "key", "unique");

  private ContractForm() {}

  /// How many rows there are.
  static int rows(Map<String, String> fields) {
    var rows = fields.getOrDefault("columns", "0");
    return rows.matches("[0-9]{1,3}") ? Integer.parseInt(rows) : 0;
  }

  /// The fields that show a draft.
  ///
  /// @param proposed every column that the file can give; those that the draft leaves out come last
  static Map<String, String> show(ContractDraft draft, List<ContractDraft.Column> proposed) {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "name", draft.name());
    put(fields, "description", draft.description());
    put(fields, "retention", draft.retention());
    fields.put("classification", draft.classification());
    fields.put("subject", draft.subject());
    fields.put("subject-kind", draft.subjectKind());
    fields.put("groups", String.join(", ", draft.affectedGroups()));
    fields.put(
        "hierarchies",
        String.join("\n", draft.hierarchies().stream().map(HierarchyLines::write).toList()));
    int row = 0;
    for (var column : draft.columns()) {
      show(fields, row++, column, true);
    }
    for (var column : proposed) {
      if (draft.columns().stream().noneMatch(kept -> isSame(kept, column))) {
        show(fields, row++, column, false);
      }
    }
    fields.put("columns", Integer.toString(row));
    return fields;
  }

  private static boolean isSame(ContractDraft.Column one, ContractDraft.Column other) {
    return one.name().equals(other.name())
        || (one.title().equals(other.title())
            && one.type().equals("string") == other.type().equals("string"));
  }

  private static void show(
      Map<String, String> fields, int row, ContractDraft.Column column, boolean kept) {
    var c = "c" + row + ".";
    fields.put(c + "keep", kept ? "yes" : "");
    fields.put(c + "title", column.title());
    fields.put(c + "name", column.name());
    fields.put(c + "type", column.type());
    fields.put(c + "precision", column.precision());
    fields.put(c + "scale", column.scale());
    fields.put(c + "required", column.required() ? "yes" : "");
    fields.put(c + "codes", String.join("\n", column.codes()));
    fields.put(c + "least", column.least());
    fields.put(c + "most", column.most());
    fields.put(c + "sensitivity", column.sensitivity());
    fields.put(c + "key", column.key() > 0 ? "yes" : "");
    fields.put(c + "unique", column.unique() ? "yes" : "");
    fields.put(c + "derived", String.join("\n", column.derivedFrom()));
    fields.put(
        c + "references",
        String.join("\n", column.references().stream().map(ContractDraft.Reference::to).toList()));
    put(fields, c + "description", column.description());
  }

  private static void put(Map<String, String> fields, String name, Text text) {
    fields.put(name + ".nl", text.dutch());
    fields.put(name + ".en", text.english());
  }

  /// The fields after a form was handed in over them: an absent tick is no tick. Titles and what
  /// the form does not ask stay as they were.
  static Map<String, String> over(Map<String, String> before, Map<String, String> handed) {
    var fields = new LinkedHashMap<>(before);
    for (int row = 0; row < rows(before); row++) {
      for (var tick : TICKS) {
        var name = "c" + row + "." + tick;
        fields.put(name, handed.containsKey(name) ? "yes" : "");
      }
      fields.put("c" + row + ".unique", alone(fields, row) ? "yes" : "");
    }
    handed.forEach(
        (name, value) -> {
          if (before.containsKey(name)
              && !name.equals("columns")
              && TICKS.stream().noneMatch(tick -> name.endsWith("." + tick))
              && !name.endsWith(".title")) {
            fields.put(name, value.replace("\r\n", "\n"));
          }
        });
    return fields;
  }

  /// Whether a row is the whole key.
  private static boolean alone(Map<String, String> fields, int row) {
    for (int other = 0; other < rows(fields); other++) {
      var ticked = fields.getOrDefault("c" + other + ".key", "").equals("yes");
      if (ticked != (other == row)) {
        return false;
      }
    }
    return true;
  }

  /// The rows that are kept, in order.
  static List<Integer> kept(Map<String, String> fields) {
    return Stream.iterate(0, row -> row + 1)
        .limit(rows(fields))
        .filter(row -> is(fields, "c" + row + ".keep"))
        .toList();
  }

  /// The draft that the fields say.
  static ContractDraft read(String dataset, Map<String, String> fields) {
    var columns = new ArrayList<ContractDraft.Column>();
    int key = 0;
    for (int row : kept(fields)) {
      boolean inKey = is(fields, "c" + row + ".key");
      columns.add(column(fields, "c" + row + ".", inKey ? ++key : 0));
    }
    return new ContractDraft(
        dataset,
        text(fields, "name"),
        text(fields, "description"),
        value(fields, "classification"),
        value(fields, "classification").equals("open") ? "" : value(fields, "subject"),
        value(fields, "classification").equals("open") ? "" : value(fields, "subject-kind"),
        columns,
        HierarchyLines.read(value(fields, "hierarchies")),
        Stream.of(value(fields, "groups").split(","))
            .map(String::strip)
            .filter(group -> !group.isEmpty())
            .toList(),
        text(fields, "retention"));
  }

  private static ContractDraft.Column column(Map<String, String> fields, String c, int key) {
    var type = value(fields, c + "type");
    boolean decimal = type.equals("number");
    boolean listed = type.equals("string") || type.equals("integer");
    return new ContractDraft.Column(
        value(fields, c + "name"),
        fields.getOrDefault(c + "title", ""),
        value(fields, c + "type"),
        decimal ? value(fields, c + "precision") : "",
        decimal ? value(fields, c + "scale") : "",
        is(fields, c + "required"),
        listed ? lines(fields, c + "codes") : List.of(),
        value(fields, c + "least"),
        value(fields, c + "most"),
        value(fields, c + "sensitivity"),
        text(fields, c + "description"),
        key,
        is(fields, c + "unique"),
        lines(fields, c + "derived"),
        lines(fields, c + "references").stream().map(ContractDraft.Reference::new).toList());
  }

  private static List<String> lines(Map<String, String> fields, String name) {
    return value(fields, name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Text text(Map<String, String> fields, String name) {
    return new Text(value(fields, name + ".nl"), value(fields, name + ".en"));
  }

  private static String value(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip();
  }

  static boolean is(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").equals("yes");
  }
}
