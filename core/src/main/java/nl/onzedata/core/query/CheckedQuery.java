package nl.onzedata.core.query;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan;

/// A query that stays inside what was agreed. Only [Checker] makes one, and only what is made from
/// one reaches an engine. Immutable.
public final class CheckedQuery {
  private final TracedPlan traced;
  private final Plan plan;
  private final Mandate mandate;
  private final Set<Granted> uses;
  private final Pieces pieces;
  private final boolean open;
  private final Map<String, Set<String>> derived;

  CheckedQuery(
      TracedPlan traced,
      Plan plan,
      Mandate mandate,
      Set<Granted> uses,
      Pieces pieces,
      boolean open,
      Map<String, Set<String>> derived) {
    if (open != pieces.all().isEmpty()) {
      throw new IllegalArgumentException("only what is about nobody has no cores");
    }
    this.traced = traced;
    this.plan = plan;
    this.mandate = mandate;
    this.uses = Set.copyOf(uses);
    this.pieces = pieces;
    this.open = open;
    this.derived = Collections.unmodifiableMap(new TreeMap<>(derived));
  }

  /// A use that the query makes, and the clause that grants it.
  ///
  /// @param subject such as `leiden.huishouden.type`
  public record Granted(String subject, Mandate.Use use, String clause) {}

  /// The query as it was bound and traced.
  public TracedPlan traced() {
    return traced;
  }

  /// What is computed: the plan of the text, with open data that a key determines above its cores.
  Plan plan() {
    return plan;
  }

  /// What it was held against.
  public Mandate mandate() {
    return mandate;
  }

  /// Every use, with its clause.
  public Set<Granted> uses() {
    return uses;
  }

  /// The derived columns that it asks for, each with the columns that it is made of.
  public Map<String, Set<String>> derived() {
    return derived;
  }

  /// Whether no row about people has any influence on it.
  public boolean isOpen() {
    return open;
  }

  /// What it is computed from.
  Pieces pieces() {
    return pieces;
  }

  /// The cores, each once.
  List<Core> cores() {
    return pieces.all();
  }

  /// The datasets that it reads, also those that only derived columns are made of.
  public List<String> datasets() {
    return Stream.concat(
            traced.lineage().rows().stream(),
            derived.values().stream()
                .flatMap(Set::stream)
                .map(part -> part.substring(0, part.lastIndexOf('.'))))
        .map(Scope::dataset)
        .distinct()
        .sorted()
        .toList();
  }
}
