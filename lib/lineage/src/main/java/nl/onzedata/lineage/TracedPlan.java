package nl.onzedata.lineage;

import java.util.List;
import java.util.Optional;

/// A query that was parsed and bound: its plan, what flows where, and where its text names what.
/// Immutable.
///
/// @param sql the text
/// @param mentions every column that the text names, also in branches that can never be reached
public record TracedPlan(String sql, Plan plan, Lineage lineage, List<Mention> mentions) {
  public TracedPlan {
    mentions = List.copyOf(mentions);
  }

  /// The same text with another plan that has the same rows, and what flows where in that.
  public TracedPlan readAs(Plan other) {
    return new TracedPlan(sql, other, Flows.of(other), mentions);
  }

  /// A column in the text.
  ///
  /// @param column such as `leiden.huishouden.type`
  public record Mention(String column, Clause clause, Place place) {}

  /// The part of a query that a column is named in. An aggregate's argument is `MEASURE`, its
  /// FILTER is `FILTER`.
  public enum Clause {
    SELECT,
    MEASURE,
    FILTER,
    JOIN,
    GROUP,
    HAVING,
    ORDER,
    WINDOW
  }

  /// Where a column is named in a clause; or else where it is named at all.
  public Optional<Place> placeOf(String column, Clause clause) {
    return mentions.stream()
        .filter(mention -> mention.column().equals(column) && mention.clause() == clause)
        .findFirst()
        .or(() -> mentions.stream().filter(mention -> mention.column().equals(column)).findFirst())
        .map(Mention::place);
  }
}
