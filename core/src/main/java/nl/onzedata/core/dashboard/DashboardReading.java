package nl.onzedata.core.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.onzedata.core.dashboard.Dashboard.Kind;
import nl.onzedata.core.document.Document;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.words.Words;

/// Reads a dashboard from YAML.
public final class DashboardReading {
  /// How reading ended.
  public sealed interface Read {}

  /// The dashboard.
  public record Fine(Dashboard dashboard) implements Read {}

  /// Everything that is wrong, by line; at least one.
  public record Unusable(List<Problem> problems) implements Read {
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final Phrase NOTHING = new Phrase(Map.of("nl", ""));

  private DashboardReading() {}

  /// Reads a dashboard by itself.
  public static Read read(String yaml) {
    return read(yaml, Optional.empty());
  }

  /// Reads a dashboard and holds it against the indicators that there are.
  ///
  /// @param columns of each indicator
  public static Read read(String yaml, Map<String, Set<String>> columns) {
    return read(yaml, Optional.of(columns));
  }

  private static Read read(String yaml, Optional<Map<String, Set<String>>> columns) {
    var document = Document.read(yaml);
    var dashboard = document.root().map(root -> dashboard(root, columns));
    return dashboard.isPresent() && document.problems().isEmpty()
        ? new Fine(dashboard.get())
        : new Unusable(
            document.problems().stream().sorted(Comparator.comparingInt(Problem::line)).toList());
  }

  /// The words of what can be wrong with a dashboard, beyond those of [Document#words].
  public static Words words(String language) {
    return Words.load(language, DashboardReading.class, "dashboard");
  }

  private static Dashboard dashboard(Part root, Optional<Map<String, Set<String>>> columns) {
    root.knows("dashboard", "title", "parts");
    var id = root.need("dashboard").map(part -> part.text(ID, "scheefwonen")).orElse("");
    var title = root.need("title").map(Part::phrase).orElse(NOTHING);
    var parts = new ArrayList<Dashboard.Part>();
    var list = root.need("parts");
    list.map(Part::items).orElse(List.of()).forEach(item -> parts.add(part(item, columns)));
    list.filter(found -> found.isList() && parts.isEmpty())
        .ifPresent(found -> found.refuse("dashboard.no-parts"));
    return new Dashboard(id, title, parts);
  }

  private static Dashboard.Part part(Part item, Optional<Map<String, Set<String>>> columns) {
    item.knows("kind", "indicator", "by", "value", "unit", "title");
    var kind = item.need("kind").flatMap(part -> part.choice(Kind.class));
    var indicator = item.need("indicator").map(part -> part.text(ID, "aandeel-per-wijk"));
    var by = column(item, "by", kind);
    var value = column(item, "value", kind);
    columns.ifPresent(
        known -> {
          fits(item, "indicator", indicator, known.keySet(), "dashboard.indicator-unknown");
          if (indicator.filter(known::containsKey).isPresent()) {
            var names = known.getOrDefault(indicator.get(), Set.of());
            fits(item, "by", by, names, "dashboard.column-unknown");
            fits(item, "value", value, names, "dashboard.column-unknown");
          }
        });
    return new Dashboard.Part(
        kind.orElse(Kind.TABLE),
        indicator.orElse(""),
        by,
        value,
        item.find("unit").map(DashboardReading::unit),
        item.need("title").map(Part::phrase).orElse(NOTHING));
  }

  /// A picture needs its columns; a table shows them all and takes none.
  private static Optional<String> column(Part item, String key, Optional<Kind> kind) {
    boolean table = kind.filter(Kind.TABLE::equals).isPresent();
    if (table) {
      item.find(key).ifPresent(part -> part.refuse("dashboard.table-takes-all", "key", key));
    }
    var found = kind.isPresent() && !table ? item.need(key) : item.find(key);
    return found
        .filter(part -> !table)
        .map(part -> part.text(COLUMN, key.equals("by") ? "wijk" : "aandeel"));
  }

  private static Phrase unit(Part part) {
    return part.isMap() ? part.phrase() : new Phrase(Map.of("nl", part.text()));
  }

  private static void fits(
      Part item, String key, Optional<String> found, Set<String> known, String code) {
    found
        .filter(name -> !name.isEmpty() && !known.contains(name))
        .flatMap(name -> item.find(key))
        .ifPresent(
            part ->
                part.refuse(
                    code,
                    "found",
                    found.orElse(""),
                    "known",
                    known.isEmpty() ? "–" : String.join(", ", new TreeSet<>(known))));
  }
}
