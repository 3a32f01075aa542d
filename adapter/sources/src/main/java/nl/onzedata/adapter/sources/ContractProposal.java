package nl.onzedata.adapter.sources;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.onzedata.adapter.sources.ColumnGuess.Form;

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
    if (!dataset.matches("[a-z][a-z0-9-]{0,59}/[a-z][a-z0-9_-]{0,59}")) {
      throw new IllegalArgumentException(
          "not a dataset: '%s'; expected authority/dataset, such as leiden/woning"
              .formatted(dataset));
    }
    var table = dataset.substring(dataset.indexOf('/') + 1);
    var key = key(columns).map(ColumnGuess::name).orElse("");
    var yaml = new StringBuilder();
    yaml.append(
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: %s
        name: %s
        version: 1.0.0
        status: proposed
        schema:
          - name: %s
            logicalType: object
            properties:
        """
            .formatted(dataset, quoted(title), table));
    for (var column : columns) {
      yaml.append(property(column, column.name().equals(key)));
      if (column.secret() > 0) {
        yaml.append(reason(column));
      }
    }
    return yaml.append("customProperties:\n  - {property: classification, value: personal}\n")
        .toString();
  }

  /// The column that tells rows apart, if one does: a text before a number, since a number may
  /// be a figure that happens to differ everywhere.
  static Optional<ColumnGuess> key(List<ColumnGuess> columns) {
    return columns.stream()
        .filter(ColumnGuess::unique)
        .filter(column -> column.form() == Form.TEXT || column.form() == Form.INTEGER)
        .min(java.util.Comparator.comparingInt(column -> column.form() == Form.TEXT ? 0 : 1));
  }

  private static String property(ColumnGuess column, boolean key) {
    var yaml = new StringBuilder();
    yaml.append("      - name: ").append(column.name()).append('\n');
    yaml.append("        logicalType: ").append(logicalType(column.form())).append('\n');
    yaml.append("        required: ").append(column.missing() == 0).append('\n');
    if (key) {
      yaml.append("        primaryKey: true\n        unique: true\n");
    }
    yaml.append("        description: ").append(quoted(column.title())).append('\n');
    if (column.form() == Form.DECIMAL_POINT || column.form() == Form.DECIMAL_COMMA) {
      yaml.append("        logicalTypeOptions: {precision: ")
          .append(column.precision())
          .append(", scale: ")
          .append(column.scale())
          .append("}\n");
    }
    return yaml.append(codes(column.codes())).toString();
  }

  private static String reason(ColumnGuess column) {
    return """
          - name: %s
            logicalType: string
            required: false
            description: %s
    """
        .formatted(column.reasonName(), quoted("Waarom er niets staat: " + column.title()))
        .concat(codes(REASONS));
  }

  private static String codes(List<String> codes) {
    return codes.isEmpty()
        ? ""
        : "        quality:\n          - rule: validValues\n            validValues: [%s]\n"
            .formatted(
                codes.stream().map(ContractProposal::quoted).collect(Collectors.joining(", ")));
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

  private static String quoted(String text) {
    return "'" + text.replace("'", "''").replaceAll("\\s+", " ") + "'";
  }
}
