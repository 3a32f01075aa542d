package nl.onzedata.core.dataset;

import java.util.List;
import java.util.Optional;
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
  public record Hierarchy(String name, List<String> levels) {
    public Hierarchy {
      levels = List.copyOf(levels);
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

  /// The name of its table in SQL.
  public String table() {
    return dataset.replace('/', '.');
  }
}
