package nl.onzedata.core.mandate;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.Mandate.Cuts;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Derived;
import nl.onzedata.core.mandate.Mandate.Disclosure;
import nl.onzedata.core.mandate.Mandate.Grain;
import nl.onzedata.core.mandate.Mandate.Indicators;
import nl.onzedata.core.mandate.Mandate.Join;
import nl.onzedata.core.mandate.Mandate.Named;
import nl.onzedata.core.mandate.Mandate.Protection;
import nl.onzedata.core.mandate.Mandate.Rounding;
import nl.onzedata.core.mandate.Mandate.Term;
import nl.onzedata.core.mandate.Mandate.Use;
import org.jspecify.annotations.Nullable;

/// What several mandates allow together: only what each of them allows (design §3). Nothing in one
/// of them widens another. Where it cannot be known which of two limits is the stricter, both hold.
public final class Intersection {
  private final Mandate one;
  private final Mandate other;
  private final List<Contract> contracts;

  private Intersection(Mandate one, Mandate other, List<Contract> contracts) {
    this.one = one;
    this.other = other;
    this.contracts = List.copyOf(contracts);
  }

  /// The mandate that allows what all of them allow; it has no text and so no hash, unless there is
  /// only one.
  ///
  /// @param contracts that say which level of a hierarchy is the finer
  /// @throws IllegalArgumentException if there are no mandates
  public static Mandate of(List<Mandate> mandates, List<Contract> contracts) {
    return mandates.stream()
        .reduce((one, other) -> new Intersection(one, other, contracts).both())
        .orElseThrow(() -> new IllegalArgumentException("no mandate"));
  }

  private Mandate both() {
    return new Mandate(
        one.id() + "+" + other.id(),
        "",
        purpose(),
        one.legalBasis(),
        one.term() == Term.EXPERIMENT ? one.term() : other.term(),
        later(one.from(), other.from()),
        one.until().isBefore(other.until()) ? one.until() : other.until(),
        one.audience().compareTo(other.audience()) < 0 ? one.audience() : other.audience(),
        data(),
        joins(),
        together(),
        grain(),
        disclosure(),
        coarserSpan(one.releasesEvery(), other.releasesEvery()),
        one.indicators() == Indicators.LISTED ? one.indicators() : other.indicators(),
        artefacts(),
        union(one.conditions(), other.conditions()),
        common(one.roles(), other.roles()),
        protection());
  }

  /// The narrower purpose; one that nothing is for if neither is a kind of the other.
  private Mandate.Purpose purpose() {
    var notFor = union(one.purpose().notFor(), other.purpose().notFor());
    var mine = one.purpose().code();
    var theirs = other.purpose().code();
    var code =
        Purposes.subsumes(mine, theirs) ? theirs : Purposes.subsumes(theirs, mine) ? mine : "";
    return new Mandate.Purpose(code, one.purpose().text(), notFor);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Data> data() {
    var both = new ArrayList<Data>();
    for (var mine : one.data()) {
      other
          .data(mine.dataset())
          .filter(theirs -> theirs.subject().equals(mine.subject()))
          .ifPresent(theirs -> both.add(data(mine, theirs)));
    }
    return both;
  }

  private static Data data(Data mine, Data theirs) {
    var columns = new TreeMap<String, Set<Use>>();
    var classes = new TreeMap<String, Cuts>();
    mine.columns()
        .forEach(
            (column, uses) -> {
              var both = new HashSet<>(uses);
              both.retainAll(theirs.columns().getOrDefault(column, Set.of()));
              var cuts = cuts(mine.classes().get(column), theirs.classes().get(column));
              cuts.ifPresent(shared -> classes.put(column, shared));
              boolean classed =
                  mine.classes().containsKey(column) || theirs.classes().containsKey(column);
              if (classed && cuts.isEmpty()) {
                both.removeAll(Set.of(Use.FILTER, Use.CLASS));
              }
              if (theirs.columns().containsKey(column)) {
                columns.put(column, both); // named by both, if only to be left unused
              }
            });
    var derived = derived(mine.derived(), theirs.derived());
    for (var name : derived.keySet()) {
      cuts(mine.classes().get(name), theirs.classes().get(name))
          .ifPresent(shared -> classes.put(name, shared));
    }
    var missing = new HashSet<>(mine.missing());
    missing.retainAll(theirs.missing());
    return new Data(
        mine.dataset(),
        mine.subject(),
        columns,
        classes,
        missing,
        mine.existsFilter() && theirs.existsFilter(),
        derived);
  }

  /// What both compute in the same way for the same uses, whatever they say of it.
  private static Map<String, Derived> derived(
      Map<String, Derived> mine, Map<String, Derived> theirs) {
    var both = new TreeMap<String, Derived>();
    mine.forEach(
        (name, computed) -> {
          var other = theirs.get(name);
          if (other != null
              && other.expression().equals(computed.expression())
              && other.uses().equals(computed.uses())) {
            both.put(name, computed);
          }
        });
    return both;
  }

  /// The cuts that both have, if the cuts themselves lie on the same side.
  private static Optional<Cuts> cuts(@Nullable Cuts mine, @Nullable Cuts theirs) {
    if (mine == null || theirs == null || mine.closed() != theirs.closed()) {
      return Optional.empty();
    }
    var shared =
        mine.cuts().stream()
            .filter(cut -> theirs.cuts().stream().anyMatch(each -> each.compareTo(cut) == 0))
            .toList();
    return shared.isEmpty() ? Optional.empty() : Optional.of(new Cuts(shared, mine.closed()));
  }

  private List<Join> joins() {
    var both = new ArrayList<Join>();
    for (var join : one.joins()) {
      if (other.joins().stream().anyMatch(each -> isSame(each, join))) {
        both.add(
            new Join(
                both.size(),
                join.leftDataset(),
                join.leftColumn(),
                join.rightDataset(),
                join.rightColumn(),
                join.leftRole(),
                join.rightRole()));
      }
    }
    return both;
  }

  /// Where a role is given, it matters which end is on the right.
  private static boolean isSame(Join one, Join other) {
    boolean sameWay = left(one).equals(left(other)) && right(one).equals(right(other));
    return sameWay || (one.isPlain() && other.isPlain() && ends(one).equals(ends(other)));
  }

  private static Set<List<String>> ends(Join join) {
    var ends = new LinkedHashSet<List<String>>();
    ends.add(left(join));
    ends.add(right(join));
    return ends;
  }

  private static List<String> left(Join join) {
    return List.of(join.leftDataset(), join.leftColumn(), join.leftRole().orElse(""));
  }

  private static List<String> right(Join join) {
    return List.of(join.rightDataset(), join.rightColumn(), join.rightRole().orElse(""));
  }

  private List<Set<String>> together() {
    var both = new LinkedHashSet<Set<String>>();
    for (var mine : one.together()) {
      for (var theirs : other.together()) {
        var shared = new HashSet<>(mine);
        shared.retainAll(theirs);
        if (shared.size() > 1) {
          both.add(shared);
        }
      }
    }
    return List.copyOf(both);
  }

  /// Where no contract says which of two levels is the finer, nothing may be split up at all.
  private Grain grain() {
    var levels = new LinkedHashMap<>(one.grain().levels());
    int keys = Math.min(one.grain().keysTogether(), other.grain().keysTogether());
    for (var entry : other.grain().levels().entrySet()) {
      var mine = levels.get(entry.getKey());
      if (mine == null || entry.getKey().equals("time")) {
        levels.merge(entry.getKey(), entry.getValue(), Intersection::coarserSpan);
      } else if (!mine.equals(entry.getValue())) {
        var coarser = coarser(entry.getKey(), mine, entry.getValue());
        coarser.ifPresent(level -> levels.put(entry.getKey(), level));
        keys = coarser.isPresent() ? keys : 0;
      }
    }
    return new Grain(levels, keys);
  }

  private Optional<String> coarser(String hierarchy, String mine, String theirs) {
    return contracts.stream()
        .flatMap(contract -> contract.hierarchies().stream())
        .filter(found -> found.name().equals(hierarchy))
        .map(Contract.Hierarchy::levels)
        .filter(found -> found.contains(mine) && found.contains(theirs))
        .map(found -> found.indexOf(mine) > found.indexOf(theirs) ? mine : theirs)
        .findFirst();
  }

  private static String coarserSpan(String mine, String theirs) {
    return span(mine).compareTo(span(theirs)) >= 0 ? mine : theirs;
  }

  private static GrainReading.Span span(String written) {
    return GrainReading.Span.valueOf(written.toUpperCase(Locale.ROOT));
  }

  private List<Disclosure> disclosure() {
    var rules = new LinkedHashMap<Mandate.Measure, Disclosure>();
    one.disclosure().forEach(rule -> rules.put(rule.measure(), rule));
    other.disclosure().forEach(rule -> rules.merge(rule.measure(), rule, Intersection::stricter));
    return List.copyOf(rules.values());
  }

  private static Disclosure stricter(Disclosure mine, Disclosure theirs) {
    return new Disclosure(
        mine.measure(),
        Math.max(mine.below(), theirs.below()),
        Math.min(mine.low(), theirs.low()),
        Math.max(mine.high(), theirs.high()),
        mine.zerosShown() && theirs.zerosShown(),
        mine.groupDisclosure() || theirs.groupDisclosure());
  }

  private List<Named> artefacts() {
    if (one.indicators() == Indicators.OPEN) {
      return other.artefacts();
    }
    return other.indicators() == Indicators.OPEN
        ? one.artefacts()
        : one.artefacts().stream().filter(other.artefacts()::contains).toList();
  }

  private Protection protection() {
    var mine = one.protection();
    var theirs = other.protection();
    var rounding = new TreeMap<>(mine.rounding());
    theirs.rounding().forEach((of, how) -> rounding.merge(of, how, Intersection::multiple));
    return new Protection(
        union(mine.magnitudes(), theirs.magnitudes()),
        rounding,
        either(mine.population(), theirs.population(), Math::max),
        union(mine.known(), theirs.known()),
        either(mine.yearlyMaximum(), theirs.yearlyMaximum(), Math::min));
  }

  /// A multiple of both bases.
  private static Rounding multiple(Rounding mine, Rounding theirs) {
    var base = BigInteger.valueOf(mine.base());
    var shared = base.gcd(BigInteger.valueOf(theirs.base())).intValueExact();
    return new Rounding(mine.base() / shared * theirs.base(), mine.method());
  }

  private static OptionalLong either(
      OptionalLong mine, OptionalLong theirs, BinaryOperator<Long> both) {
    if (mine.isEmpty() || theirs.isEmpty()) {
      return mine.isEmpty() ? theirs : mine;
    }
    return OptionalLong.of(both.apply(mine.getAsLong(), theirs.getAsLong()));
  }

  private static <T> List<T> union(List<T> mine, List<T> theirs) {
    var all = new LinkedHashSet<>(mine);
    all.addAll(theirs);
    return List.copyOf(all);
  }

  private static <T> Map<String, T> common(Map<String, T> mine, Map<String, T> theirs) {
    var both = new TreeMap<>(mine);
    both.entrySet()
        .removeIf(entry -> !Objects.equals(theirs.get(entry.getKey()), entry.getValue()));
    return both;
  }
}
