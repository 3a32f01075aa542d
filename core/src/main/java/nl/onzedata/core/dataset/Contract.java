package nl.onzedata.core.dataset;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.journal.Phrase;

/// What a dataset promises: columns, keys, code lists, and whom its rows are about. Immutable; read
/// from YAML in the Open Data Contract Standard 3.1 by `ContractReading`.
///
/// @param dataset such as `leiden/huishouden`; its SQL table is `leiden.huishouden`
/// @param subject the column that says whom one row is about
/// @param subjectKind such as `huishouden`
/// @param keys lists of columns that no two rows share, the primary one first
/// @param hierarchies columns of which one follows from the other
/// @param affectedGroups ids of groups that the rows are about, as a suggestion for projects
/// @param retention how long rows are kept, in the contract's own words; empty if it says nothing
public record Contract(
    String dataset,
    Phrase name,
    Phrase description,
    Classification classification,
    Optional<String> subject,
    Optional<String> subjectKind,
    List<Column> columns,
    List<List<String>> keys,
    List<Reference> references,
    List<Hierarchy> hierarchies,
    List<String> affectedGroups,
    Optional<Phrase> retention) {
  /// The clock that every [Kind#TIMESTAMP] is told by.
  public static final ZoneId CLOCK = ZoneId.of("Europe/Amsterdam");

  public Contract {
    columns = List.copyOf(columns);
    keys = keys.stream().map(List::copyOf).toList();
    references = List.copyOf(references);
    hierarchies = List.copyOf(hierarchies);
    affectedGroups = List.copyOf(affectedGroups);
  }

  /// Whether rows may be shown as they are.
  public enum Classification {
    OPEN,
    PERSONAL
  }

  /// How sensitive a column is by itself.
  public enum Sensitivity {
    NONE,
    PERSONAL,
    IDENTIFYING,
    SPECIAL
  }

  /// The types that a column can have.
  public enum Kind {
    INTEGER,
    DECIMAL,
    TEXT,
    BOOLEAN,
    DATE,
    TIMESTAMP
  }

  /// A column.
  ///
  /// @param precision digits in all, for decimals
  /// @param scale digits after the point, for decimals
  /// @param codes the closed list of its values; empty if there is none
  /// @param least the lowest number or first day
  /// @param most the highest number or last day
  /// @param derivedFrom datasets that it was computed from at landing
  /// @param source what it is called in the files that are delivered, if that is not its name
  public record Column(
      String name,
      Kind kind,
      int precision,
      int scale,
      boolean nullable,
      List<String> codes,
      Optional<String> least,
      Optional<String> most,
      Sensitivity sensitivity,
      Phrase description,
      List<String> derivedFrom,
      Optional<String> source) {
    public Column {
      codes = List.copyOf(codes);
      derivedFrom = List.copyOf(derivedFrom);
    }

    /// What it is called in the files that are delivered.
    public String title() {
      return source.orElse(name);
    }
  }

  /// Every value of the column is one of another dataset's key.
  ///
  /// @param total whether none is missing: each row has its partner
  public record Reference(String column, String dataset, String toColumn, boolean total) {}

  /// Columns from fine to coarse, each determining the next; a level is called as its column.
  ///
  /// @param members per level but the last, for each code the code of the next level that it lies
  /// in; empty if the contract does not tell
  public record Hierarchy(
      String name, List<String> levels, Map<String, Map<String, String>> members) {
    public Hierarchy {
      levels = List.copyOf(levels);
      var copy = new TreeMap<String, Map<String, String>>();
      members.forEach((level, inside) -> copy.put(level, Map.copyOf(inside)));
      members = Collections.unmodifiableMap(copy);
    }

    /// One of which is not told what lies in what.
    public Hierarchy(String name, List<String> levels) {
      this(name, levels, Map.of());
    }

    /// For each code of a level the code of a coarser one that it lies in; empty if that is not
    /// told.
    public Map<String, String> inside(String fine, String coarse) {
      var inside = new TreeMap<String, String>();
      for (int at = levels.indexOf(fine); at < levels.indexOf(coarse); at++) {
        var next = members.getOrDefault(levels.get(at), Map.of());
        if (inside.isEmpty()) {
          inside.putAll(next);
        } else {
          inside.replaceAll((_, code) -> next.getOrDefault(code, ""));
        }
        if (next.isEmpty()) {
          return Map.of();
        }
      }
      return inside;
    }
  }

  /// The column of that name.
  public Optional<Column> column(String named) {
    return columns.stream().filter(column -> column.name().equals(named)).findFirst();
  }

  /// The kind of subject that its rows are about: as it is called, or else as its key is.
  public Optional<String> kind() {
    return subject.map(subjectKind::orElse);
  }

  /// The authority that is its controller.
  public String authority() {
    return dataset.substring(0, dataset.indexOf('/'));
  }

  /// The name of its table in SQL.
  public String table() {
    return dataset.replace('/', '.');
  }
}
