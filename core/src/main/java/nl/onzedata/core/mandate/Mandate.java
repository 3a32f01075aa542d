package nl.onzedata.core.mandate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.journal.Phrase;

/// What was agreed: everything that may happen with the data, and nothing else. Immutable; read
/// from YAML by `MandateReading`.
///
/// A clause's id is its path in the document, such as `data/leiden/huishouden/columns/type`.
///
/// @param id of the document, such as `leiden-scheefwonen`
/// @param hash `sha256:` and the digest of the text, as acts name it; empty if there is no text
/// @param together sets of datasets that may meet in one question, beyond the two ends of a join
/// @param indicators listed: only the artefacts named here may be published
/// @param roles names under which a dataset may be used twice in one question, and that dataset
/// @param protection what protects figures beyond the rules of `disclosure`
public record Mandate(
    String id,
    String hash,
    Purpose purpose,
    LegalBasis legalBasis,
    Term term,
    LocalDate from,
    LocalDate until,
    Audience audience,
    List<Data> data,
    List<Join> joins,
    List<Set<String>> together,
    Grain grain,
    List<Disclosure> disclosure,
    String releasesEvery,
    Indicators indicators,
    List<Named> artefacts,
    List<Condition> conditions,
    Map<String, String> roles,
    Protection protection) {
  public Mandate {
    data = List.copyOf(data);
    joins = List.copyOf(joins);
    together =
        together.stream()
            .<Set<String>>map(set -> Collections.unmodifiableSet(new TreeSet<>(set)))
            .toList();
    disclosure = List.copyOf(disclosure);
    artefacts = List.copyOf(artefacts);
    conditions = List.copyOf(conditions);
    roles = Collections.unmodifiableMap(new TreeMap<>(roles));
  }

  /// What it is for; a DPV code with our own words.
  public record Purpose(String code, Phrase text, List<String> notFor) {
    public Purpose {
      notFor = List.copyOf(notFor);
    }
  }

  /// Article of the GDPR, such as `6(1)(e)` or `none`, and the law that gives the task.
  public record LegalBasis(String gdpr, String law) {}

  /// An experiment lasts at most twelve months.
  public enum Term {
    EXPERIMENT,
    STRUCTURAL
  }

  /// Who may see what comes out, from few to many.
  public enum Audience {
    PROJECT,
    PARTIES,
    PUBLIC
  }

  /// Whether only named artefacts may be published, or free questions too.
  public enum Indicators {
    LISTED,
    OPEN
  }

  /// What a query may depend on of a column (semantics §2).
  public enum Use {
    LINK,
    FILTER,
    GROUP,
    CLASS,
    MEASURE,
    WEIGHT,
    HOLDING,
    TIME,
    EXISTS,
    FEATURE,
    TARGET,
    SHOW
  }

  /// What may be done with one dataset.
  ///
  /// @param subject whom one row is about; empty for `none`
  /// @param columns uses by column
  /// @param classes published cuts by column
  /// @param missing columns of which it may be asked whether the value is missing
  /// @param existsFilter whether being in the dataset may be asked
  /// @param derived named expressions, decided on like columns
  public record Data(
      String dataset,
      Optional<String> subject,
      Map<String, Set<Use>> columns,
      Map<String, Cuts> classes,
      Set<String> missing,
      boolean existsFilter,
      Map<String, Derived> derived) {
    public Data {
      var sorted = new TreeMap<String, Set<Use>>();
      columns.forEach(
          (column, uses) ->
              sorted.put(
                  column,
                  uses.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(uses))));
      columns = Collections.unmodifiableMap(sorted);
      classes = Collections.unmodifiableMap(new TreeMap<>(classes));
      missing = Collections.unmodifiableSet(new TreeSet<>(missing));
      derived = Collections.unmodifiableMap(new TreeMap<>(derived));
    }

    /// The uses that were granted of a column, or of what is computed under that name.
    public Set<Use> uses(String column) {
      var computed = derived.get(column);
      return computed == null ? columns.getOrDefault(column, Set.of()) : computed.uses();
    }

    /// Whether a use of a column was granted.
    public boolean grants(String column, Use use) {
      return uses(column).contains(use);
    }

    /// Whether anything was agreed about a column, or about what is computed under that name.
    public boolean names(String column) {
      return columns.containsKey(column) || derived.containsKey(column);
    }

    /// The id of a column's clause, or of the dataset's if the column has none.
    public String clause(String column) {
      var own = "data/" + dataset;
      return derived.containsKey(column)
          ? own + "/derived/" + column
          : own + (columns.containsKey(column) ? "/columns/" + column : "");
    }

    /// The same with other names for what is computed.
    Data with(Map<String, Derived> computed) {
      return new Data(dataset, subject, columns, classes, missing, existsFilter, computed);
    }
  }

  /// What is computed from the columns of a row before anything else.
  ///
  /// @param text what it says of someone, for whoever does not read SQL
  /// @param expression in SQL, over the columns of the same dataset
  public record Derived(Phrase text, String expression, Set<Use> uses) {
    public Derived {
      uses = uses.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(uses));
    }
  }

  /// One-sided published classes. With `LOWER` a cut belongs to the class above it: `x < cut` and
  /// `x >= cut`; with `UPPER` to the class below it: `x <= cut` and `x > cut`.
  ///
  /// @param cuts ascending
  public record Cuts(List<BigDecimal> cuts, Closed closed) {
    public Cuts {
      cuts = List.copyOf(cuts);
    }
  }

  /// Which class a cut itself is in.
  public enum Closed {
    LOWER,
    UPPER
  }

  /// Two columns that may be linked, each as `leiden/huishouden.woning_id`.
  ///
  /// An end can be a role of its dataset: on the right it is what the pair calls the row that is
  /// looked up, on the left what another pair called it.
  ///
  /// @param index place in the list; its clause is `joins/index`
  /// @param leftRole under which the left dataset is named
  /// @param rightRole under which the right dataset is looked up
  public record Join(
      int index,
      String leftDataset,
      String leftColumn,
      String rightDataset,
      String rightColumn,
      Optional<String> leftRole,
      Optional<String> rightRole) {
    /// A pair of two datasets as they are.
    public Join(
        int index, String leftDataset, String leftColumn, String rightDataset, String rightColumn) {
      this(
          index,
          leftDataset,
          leftColumn,
          rightDataset,
          rightColumn,
          Optional.empty(),
          Optional.empty());
    }

    /// Whether neither end is a role.
    public boolean isPlain() {
      return leftRole.isEmpty() && rightRole.isEmpty();
    }

    /// The id of its clause.
    public String clause() {
      return "joins/" + index;
    }
  }

  /// The finest that may come out.
  ///
  /// @param levels by hierarchy, such as `geography` to `wijk`; under `time` the period
  /// @param keysTogether how many dimensions one table may have, filters and time included
  public record Grain(Map<String, String> levels, int keysTogether) {
    public Grain {
      levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }
  }

  /// How figures are protected.
  ///
  /// @param below counts from 1 to `below - 1` are unsafe
  /// @param low lower end of the protection interval
  /// @param high upper end of the protection interval
  public record Disclosure(
      Measure measure,
      long below,
      long low,
      long high,
      boolean zerosShown,
      boolean groupDisclosure) {}

  /// What a rule of disclosure control is about.
  public enum Measure {
    /// How many subjects.
    COUNT,
    /// How many rows, where a subject may have many.
    ROWS,
    /// The sum of a column.
    SUM
  }

  /// What protects figures beyond minimum frequencies. What of this a version cannot keep to, stops
  /// every question; see [Mandate#notKept].
  ///
  /// @param magnitudes rules for sums and counts of rows
  /// @param rounding by what it is of
  /// @param population the fewest subjects that a whole may have, before any choice of who counts
  /// @param known tables about the same people that were published elsewhere
  /// @param yearlyMaximum of released quantities per dataset, for free questions
  public record Protection(
      List<Magnitude> magnitudes,
      Map<Measure, Rounding> rounding,
      OptionalLong population,
      List<Known> known,
      OptionalLong yearlyMaximum) {
    /// Nothing more.
    public static final Protection NONE =
        new Protection(List.of(), Map.of(), OptionalLong.empty(), List.of(), OptionalLong.empty());

    public Protection {
      magnitudes = List.copyOf(magnitudes);
      rounding = Collections.unmodifiableMap(new TreeMap<>(rounding));
      known = List.copyOf(known);
    }
  }

  /// A rule of concentration. Its parameters are committed: they lie in a file of secrets.
  ///
  /// @param orEqual whether what is exactly on the limit is unsafe too
  public record Magnitude(Measure measure, Concentration rule, boolean orEqual) {}

  /// The rules of concentration (Handbook on Statistical Disclosure Control, section 4.2).
  public enum Concentration {
    P_PERCENT,
    P_Q,
    DOMINANCE
  }

  /// Figures are shown as multiples of a base.
  public record Rounding(int base, Method method) {
    /// How it is chosen which multiple.
    public enum Method {
      CONTROLLED,
      RANDOM,
      CELL_KEY
    }
  }

  /// A table that others published, and the digest of its file.
  public record Known(String file, String hash) {}

  /// An artefact version that may be published.
  public record Named(String id, String hash) {}

  /// Something that must happen, or else nothing runs.
  ///
  /// @param kind such as `report-back`
  /// @param every ISO 8601 period
  public record Condition(String kind, String to, String every, Phrase text) {}

  /// What it says, in a form that is the same for two texts that mean the same: JSON without
  /// blanks, keys sorted, lists sorted where their order says nothing. It leaves the hash out.
  public String canonical() {
    return Canonical.of(this);
  }

  /// The same about other data.
  Mandate with(List<Data> other) {
    return new Mandate(
        id,
        hash,
        purpose,
        legalBasis,
        term,
        from,
        until,
        audience,
        other,
        joins,
        together,
        grain,
        disclosure,
        releasesEvery,
        indicators,
        artefacts,
        conditions,
        roles,
        protection);
  }

  /// The id of the clause with the rule for a kind of figures.
  public static String clause(Measure of) {
    return "disclosure/" + Part.written(of);
  }

  /// The clauses that this version cannot keep to. While there are any, nothing may run: an
  /// agreement that is half kept is none.
  public List<String> notKept() {
    var clauses = new ArrayList<String>();
    protection.rounding().keySet().forEach(of -> clauses.add(clause(of) + "/rounding"));
    if (protection.population().isPresent()) {
      clauses.add("population");
    }
    protection.known().forEach(table -> clauses.add("known/" + table.file()));
    if (indicators == Indicators.OPEN) {
      clauses.add("indicators");
    }
    return clauses;
  }

  /// What it says of a dataset.
  public Optional<Data> data(String dataset) {
    return data.stream().filter(clause -> clause.dataset().equals(dataset)).findFirst();
  }

  /// The rule for a kind of measure.
  public Optional<Disclosure> disclosure(Measure measure) {
    return disclosure.stream().filter(rule -> rule.measure() == measure).findFirst();
  }
}
