package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
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
record Dimension(
    Role role,
    String column,
    List<String> codes,
    List<BigDecimal> cuts,
    Closed closed,
    boolean missing,
    Optional<Core.Join> membership,
    List<Whole> wholes)
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
    this(role, column, codes, cuts, closed, missing, Optional.empty(), List.of());
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
        List.of());
  }

  /// The same, from which these coarser ones follow.
  Dimension within(List<Whole> all) {
    return new Dimension(role, column, codes, cuts, closed, missing, membership, all);
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
        wholes.stream()
            .map(each -> new Whole(each.dimension().in(other), each.classes()))
            .toList());
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
  /// dataset the pair of columns.
  String name() {
    var name = role.named(column);
    return membership.map(pair -> name + " = " + pair.from().named(pair.column())).orElse(name);
  }

  @Override
  public int compareTo(Dimension other) {
    return name().compareTo(other.name());
  }
}
