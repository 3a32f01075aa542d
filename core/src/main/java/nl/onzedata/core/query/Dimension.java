package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.mandate.Mandate.Closed;

/// A column as a query may see it: so many classes, numbered from 0. The last one is `missing` if
/// values may be missing.
///
/// @param role the dataset, such as `leiden/huishouden`, as itself or in a role
/// @param column its name there
/// @param codes the codes of a closed list, or `true` and `false`; empty for classes by cuts
/// @param cuts ascending; empty for a code list
/// @param closed which class a cut is in
/// @param missing whether there is a class of missing values
/// @param membership not a column but whether a row has a partner in the dataset: `false`, `true`
/// @param wholes the coarser dimensions that follow from it
/// @param periods what of a date its classes are
/// @param finer the classes of the same column that its own are made of
record Dimension(
    Role role,
    String column,
    List<String> codes,
    List<BigDecimal> cuts,
    Closed closed,
    boolean missing,
    Optional<Core.Join> membership,
    List<Whole> wholes,
    Optional<Periods> periods,
    Optional<Finer> finer)
    implements Comparable<Dimension> {
  /// What a missing value is called where it is shown (semantics §2).
  static final String UNKNOWN = "onbekend";

  /// What all values together are called where they are shown.
  static final String TOTAL = "totaal";

  Dimension {
    codes = List.copyOf(codes);
    cuts = List.copyOf(cuts);
    wholes = List.copyOf(wholes);
  }

  /// Of each class of another dimension, the class that it lies in.
  record Finer(Dimension from, List<Integer> classes) {
    Finer {
      classes = List.copyOf(classes);
    }
  }

  /// A coarser dimension, and in which of its classes each class of this one lies.
  ///
  /// @param dimension its column
  /// @param classes for each class of this one the class of the other, or -1 where that does not
  /// follow; empty if it is not known at all
  record Whole(Sym.Column dimension, List<Integer> classes) {
    Whole {
      classes = List.copyOf(classes);
    }
  }

  Dimension(
      Role role,
      String column,
      List<String> codes,
      List<BigDecimal> cuts,
      Closed closed,
      boolean missing) {
    this(
        role,
        column,
        codes,
        cuts,
        closed,
        missing,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /// Being in a dataset or not, by a listed pair of columns: one hidden dimension, however it is
  /// asked (semantics §3).
  static Dimension member(Core.Join pair) {
    return new Dimension(
        pair.to(),
        pair.toColumn(),
        List.of("false", "true"),
        List.of(),
        Closed.LOWER,
        false,
        Optional.of(pair),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same, from which these coarser ones follow.
  Dimension within(List<Whole> all) {
    return new Dimension(
        role, column, codes, cuts, closed, missing, membership, all, periods, finer);
  }

  /// The same classes, as what is taken of a date.
  Dimension in(Periods of) {
    return new Dimension(
        role, column, codes, cuts, closed, missing, membership, wholes, Optional.of(of), finer);
  }

  /// The same classes, each made of classes of a finer dimension.
  Dimension from(Dimension of, List<Integer> classes) {
    var made = Optional.of(new Finer(of, classes));
    return new Dimension(
        role, column, codes, cuts, closed, missing, membership, wholes, periods, made);
  }

  /// The same classes, asked for by themselves.
  Dimension alone() {
    return new Dimension(
        role, column, codes, cuts, closed, missing, membership, wholes, periods, Optional.empty());
  }

  /// The dimension whose classes its own are made of, or itself.
  Dimension base() {
    return finer.map(Finer::from).orElse(this);
  }

  /// The class where its [#base] is in a class.
  int at(int number) {
    return finer.map(of -> of.classes().get(number)).orElse(number);
  }

  /// Whether its classes are called by the values of the column as they stand: the first day of a
  /// period is not the date itself.
  boolean isColumn() {
    return periods.map(of -> of.part().equals(DatePart.first(Span.DAY))).orElse(true);
  }

  /// Whether some keys together decide in which class a row is.
  boolean isDecidedBy(List<Dimension> keys) {
    var same = keys.stream().filter(key -> key.base().equals(base())).toList();
    var classes = new HashMap<List<Integer>, Integer>();
    for (int number = 0; number < base().size(); number++) {
      int each = number;
      var known = same.stream().map(key -> key.at(each)).toList();
      var before = classes.putIfAbsent(known, at(number));
      if (before != null && before != at(number)) {
        return false;
      }
    }
    return !same.isEmpty();
  }

  /// The classes of a coarser dimension that those of this one lie in, if they do.
  Optional<Whole> whole(Dimension coarser) {
    var of = new Sym.Column(coarser.role, coarser.column);
    return coarser.membership.isPresent()
        ? Optional.empty()
        : wholes.stream().filter(each -> each.dimension().equals(of)).findFirst();
  }

  String dataset() {
    return role.dataset();
  }

  /// The same column in a role: something else.
  Dimension in(Role other) {
    return new Dimension(
        other,
        column,
        codes,
        cuts,
        closed,
        missing,
        membership,
        wholes.stream().map(each -> new Whole(each.dimension().in(other), each.classes())).toList(),
        periods,
        finer.map(of -> new Finer(of.from().in(other), of.classes())));
  }

  /// How many classes there are.
  int size() {
    return (cuts.isEmpty() ? codes.size() : cuts.size() + 1) + (missing ? 1 : 0);
  }

  /// The number of the class of missing values, or -1.
  int missingClass() {
    return missing ? size() - 1 : -1;
  }

  /// What a class is called.
  String label(int number) {
    if (number == missingClass()) {
      return UNKNOWN;
    }
    return cuts.isEmpty() ? codes.get(number) : between(number);
  }

  /// A class by its cuts, the same in every language: `< 34229`, `>= 34229 < 40024`, `>= 40024`.
  private String between(int number) {
    boolean lower = closed == Closed.LOWER;
    var from = number == 0 ? "" : (lower ? ">= " : "> ") + cut(number - 1);
    var to = number == cuts.size() ? "" : (lower ? "< " : "<= ") + cut(number);
    return (from + " " + to).strip();
  }

  private String cut(int number) {
    return cuts.get(number).toPlainString();
  }

  /// What all classes are called, in order.
  List<String> labels() {
    var labels = new ArrayList<String>();
    for (int number = 0; number < size(); number++) {
      labels.add(label(number));
    }
    return labels;
  }

  /// Such as `leiden.huishouden.type`, or with its role `leiden.woning.wijk (van)`; for being in a
  /// dataset the pair of columns, for what is taken of a date the function.
  String name() {
    var name = role.named(column);
    if (finer.isPresent() && periods.isPresent()) {
      return periods.get().part().of(name);
    }
    return membership.map(pair -> name + " = " + pair.from().named(pair.column())).orElse(name);
  }

  /// Lists of codes can be long.
  @Override
  public int hashCode() {
    return name().hashCode();
  }

  @Override
  public int compareTo(Dimension other) {
    return name().compareTo(other.name());
  }
}
