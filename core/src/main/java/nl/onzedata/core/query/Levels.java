package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.lineage.Expr;
import nl.onzedata.lineage.Type;

/// Coarser levels of a place that an open dataset registers: `gebied(wijk, stadsdeel)`, joined on a
/// listed pair, makes of `w.wijk` its `stadsdeel` (semantics §2, level). What lies in what is in
/// its contract, and landing has held its rows against that: they are not read again. Immutable.
record Levels(Scope scope) {
  /// The levels above a column of people, as columns of the open dataset; nothing if that does not
  /// tell where every code lies.
  Optional<Map<String, Sym.Column>> above(Sym.Column place, Sym.Column far) {
    var hierarchy = registered(place, far);
    if (hierarchy.isEmpty()) {
      return Optional.empty();
    }
    var levels = hierarchy.get().levels();
    var above = new LinkedHashMap<String, Sym.Column>();
    for (var level : levels.subList(levels.indexOf(far.name()) + 1, levels.size())) {
      above.put(level, new Sym.Column(Role.levelsOf(place, far.dataset()), level));
    }
    return Optional.of(above);
  }

  private Optional<Contract.Hierarchy> registered(Sym.Column place, Sym.Column far) {
    var codes = scope.column(place.dataset(), place.name()).codes();
    boolean isText =
        scope.column(place.dataset(), place.name()).kind() == Contract.Kind.TEXT
            && scope.column(far.dataset(), far.name()).kind() == Contract.Kind.TEXT;
    return scope
        .hierarchy(far.dataset(), far.name())
        .filter(_ -> scope.isOpen(far.dataset()) && !scope.isOpen(place.dataset()))
        .filter(_ -> isText && !codes.isEmpty() && place.role().by().isEmpty())
        .filter(_ -> scope.contract(far.dataset()).keys().contains(List.of(far.name())))
        .filter(
            hierarchy ->
                hierarchy.levels().stream()
                    .allMatch(l -> scope.column(far.dataset(), l).kind() == Contract.Kind.TEXT))
        .filter(
            hierarchy ->
                hierarchy.members().getOrDefault(far.name(), Map.of()).keySet().containsAll(codes));
  }

  /// The open levels that listed pairs make of a column of people.
  List<Sym.Column> of(Sym.Column place) {
    var all = new ArrayList<Sym.Column>();
    for (var join : scope.mandate().joins()) {
      for (var ends :
          List.of(
              List.of(Links.left(join), Links.right(join)),
              List.of(Links.right(join), Links.left(join)))) {
        var far = ends.getLast();
        if (ends.getFirst().equals(place) && isKnown(far)) {
          above(place, far).ifPresent(levels -> all.addAll(levels.values()));
        }
      }
    }
    return all;
  }

  private boolean isKnown(Sym.Column column) {
    return column.role().isItself() && scope.contracts().containsKey(column.dataset());
  }

  /// For each code of the place the code of one of its levels.
  Map<String, String> codes(Sym.Column level) {
    var place = level.role().by().orElseThrow();
    var key =
        scope.contract(level.dataset()).keys().stream()
            .filter(each -> each.size() == 1)
            .map(List::getFirst)
            .filter(
                name ->
                    scope
                        .hierarchy(level.dataset(), name)
                        .filter(h -> h.levels().contains(level.name()))
                        .isPresent())
            .findFirst()
            .orElseThrow();
    var inside = scope.hierarchy(level.dataset(), key).orElseThrow().inside(key, level.name());
    var codes = new TreeMap<String, String>();
    for (var code : scope.column(place.dataset(), place.name()).codes()) {
      codes.put(code, inside.getOrDefault(code, ""));
    }
    return codes;
  }

  /// The level as classes.
  Dimension dimension(Sym.Column level) {
    var place = level.role().by().orElseThrow();
    var of = scope.column(level.dataset(), level.name());
    boolean missing = scope.column(place.dataset(), place.name()).nullable();
    var bare =
        new Dimension(
            level.role(),
            level.name(),
            of.codes(),
            List.of(),
            nl.onzedata.core.mandate.Mandate.Closed.LOWER,
            missing);
    return bare.within(siblings(level, place));
  }

  /// How the other levels of the same place follow from this one. Where neither follows from the
  /// other they are not asked together.
  private List<Dimension.Whole> siblings(Sym.Column level, Sym.Column place) {
    var wholes = new ArrayList<Dimension.Whole>();
    var all = new LinkedHashMap<Sym.Column, Map<String, String>>();
    of(place).forEach(each -> all.put(each, codes(each)));
    own(place).forEach(all::put);
    var mine = codes(level);
    all.forEach(
        (other, theirs) -> {
          if (!other.equals(level)) {
            var inside = composed(mine, theirs);
            boolean isFiner = other.role().by().isPresent() && !composed(theirs, mine).isEmpty();
            if (!inside.isEmpty()) {
              wholes.add(whole(level, other, inside));
            } else if (!isFiner) {
              wholes.add(new Dimension.Whole(other, List.of()));
            }
          }
        });
    return wholes;
  }

  /// The coarser levels that the dataset of the place has itself.
  private Map<Sym.Column, Map<String, String>> own(Sym.Column place) {
    var own = new LinkedHashMap<Sym.Column, Map<String, String>>();
    scope
        .hierarchy(place.dataset(), place.name())
        .ifPresent(
            hierarchy -> {
              var levels = hierarchy.levels();
              for (var l : levels.subList(levels.indexOf(place.name()) + 1, levels.size())) {
                own.put(place.beside(l), hierarchy.inside(place.name(), l));
              }
            });
    return own;
  }

  /// For each code of a level the one of another, if it follows; else nothing.
  private static Map<String, String> composed(Map<String, String> from, Map<String, String> to) {
    var composed = new TreeMap<String, String>();
    for (var entry : from.entrySet()) {
      var there = to.getOrDefault(entry.getKey(), "");
      var before = composed.put(entry.getValue(), there);
      if (there.isEmpty() || (before != null && !before.equals(there))) {
        return Map.of();
      }
    }
    return composed;
  }

  private Dimension.Whole whole(Sym.Column fine, Sym.Column coarse, Map<String, String> inside) {
    var codes = scope.column(coarse.dataset(), coarse.name()).codes();
    var classes = new ArrayList<Integer>();
    for (var code : scope.column(fine.dataset(), fine.name()).codes()) {
      classes.add(codes.indexOf(inside.getOrDefault(code, "")));
    }
    classes.add(-1); // where the place is missing, which is no class if it never is
    return new Dimension.Whole(coarse, classes);
  }

  /// The open levels that follow from a column of people, or from a coarser one beside it.
  List<Dimension.Whole> follow(Sym.Column fine) {
    var wholes = new ArrayList<Dimension.Whole>();
    var places = new LinkedHashMap<Sym.Column, Map<String, String>>();
    var same = new TreeMap<String, String>();
    scope.column(fine.dataset(), fine.name()).codes().forEach(code -> same.put(code, code));
    places.put(fine, same);
    own(fine).forEach(places::put);
    places.forEach(
        (place, lies) -> {
          for (var level : of(place)) {
            var told = codes(level);
            var inside = new TreeMap<String, String>();
            lies.forEach((code, in) -> inside.put(code, told.getOrDefault(in, "")));
            wholes.add(
                lies.isEmpty()
                    ? new Dimension.Whole(level, List.of())
                    : whole(fine, level, inside));
          }
        });
    return wholes;
  }

  /// The code of a level, from the place itself: the open rows are not read.
  Expr expression(Sym.Column level, Expr place) {
    var parts = new ArrayList<Expr>();
    codes(level)
        .forEach(
            (code, in) -> {
              parts.add(
                  new Expr.Call(
                      "=", List.of(place, new Expr.Literal(code, true, Type.TEXT)), Type.BOOLEAN));
              parts.add(new Expr.Literal(in, true, Type.TEXT));
            });
    parts.add(new Expr.Literal(null, true, Type.TEXT));
    return new Expr.Call("CASE", parts, Type.TEXT);
  }
}
