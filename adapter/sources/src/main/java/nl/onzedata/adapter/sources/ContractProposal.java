package nl.onzedata.adapter.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.adapter.sources.ColumnGuess.Form;
import nl.onzedata.core.dataset.ContractDraft;

/// A data contract (Open Data Contract Standard 3.1, YAML) for what a source seems to hold: a
/// start for a person to correct. It proposes personal data; that something is open is for a
/// person to say.
public final class ContractProposal {
  private static final List<String> REASONS = List.of("geheim", "leeg", "niet van toepassing");

  private ContractProposal() {}

  /// The proposal.
  ///
  /// @param dataset such as `leiden/inkomens`
  /// @param title what people call it
  public static String yaml(String dataset, String title, List<ColumnGuess> columns) {
    return draft(dataset, title, columns).yaml();
  }

  /// The proposal as a draft.
  public static ContractDraft draft(String dataset, String title, List<ColumnGuess> columns) {
    if (!dataset.matches("[a-z][a-z0-9-]{0,59}/[a-z][a-z0-9_-]{0,59}")) {
      throw new IllegalArgumentException(
          "not a dataset: '%s'; expected authority/dataset, such as leiden/woning"
              .formatted(dataset));
    }
    var key = key(columns).map(ColumnGuess::name).orElse("");
    var proposed = new ArrayList<ContractDraft.Column>();
    for (var column : columns) {
      proposed.add(column(column, column.name().equals(key)));
      if (column.secret() > 0) {
        proposed.add(reason(column));
      }
    }
    return new ContractDraft(
        dataset,
        new ContractDraft.Text(title, ""),
        ContractDraft.Text.NONE,
        "personal",
        "",
        "",
        proposed,
        List.of(),
        List.of(),
        ContractDraft.Text.NONE);
  }

  /// The column that tells rows apart, if one does: a text before a number, since a number may
  /// be a figure that happens to differ everywhere.
  static Optional<ColumnGuess> key(List<ColumnGuess> columns) {
    return columns.stream()
        .filter(ColumnGuess::unique)
        .filter(column -> column.form() == Form.TEXT || column.form() == Form.INTEGER)
        .min(java.util.Comparator.comparingInt(column -> column.form() == Form.TEXT ? 0 : 1));
  }

  private static ContractDraft.Column column(ColumnGuess column, boolean key) {
    boolean decimal = column.form() == Form.DECIMAL_POINT || column.form() == Form.DECIMAL_COMMA;
    return new ContractDraft.Column(
        column.name(),
        ColumnGuess.title(column.title()),
        logicalType(column.form()),
        decimal ? Integer.toString(column.precision()) : "",
        decimal ? Integer.toString(column.scale()) : "",
        column.missing() == 0,
        column.codes(),
        "",
        "",
        "",
        new ContractDraft.Text(ColumnGuess.title(column.title()), ""),
        key ? 1 : 0,
        key,
        List.of(),
        List.of());
  }

  /// Beside a number of which some are secret: why there is none. Its title is that of the number.
  private static ContractDraft.Column reason(ColumnGuess column) {
    var title = ColumnGuess.title(column.title());
    return new ContractDraft.Column(
        column.reasonName(),
        title,
        "string",
        "",
        "",
        false,
        REASONS,
        "",
        "",
        "",
        new ContractDraft.Text("Waarom er niets staat: " + title, "Why there is nothing: " + title),
        0,
        false,
        List.of(),
        List.of());
  }

  private static String logicalType(Form form) {
    return switch (form) {
      case INTEGER -> "integer";
      case DECIMAL_POINT, DECIMAL_COMMA -> "number";
      case BOOLEAN -> "boolean";
      case DATE, DUTCH_DATE -> "date";
      case TEXT -> "string";
    };
  }
}
