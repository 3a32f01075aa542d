package nl.onzedata.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onzedata.core.query.Computing.Line;
import nl.onzedata.core.query.Pieces.Margin;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.Type;

/// Puts protected figures into the rows of an aggregate.
///
/// @param figures the only thing that is known of people here
record CellRows(AtomSpace space, Protecting.Protected figures) {
  /// All combinations of codes that can hold someone, in the order of the codes, each total last;
  /// which these are does not depend on the data.
  List<Line> of(Plan.Aggregate aggregate, List<Core> cores) {
    var rows = new ArrayList<Map.Entry<int[], Line>>();
    for (int i = 0; i < cores.size(); i++) {
      var core = cores.get(i);
      var set = aggregate.sets().get(i);
      for (int[] key : AtomSpace.combinations(core.keys())) {
        if (key.length == 0 || !space.set(core.keys(), key, core.where()).isEmpty()) {
          rows.add(Map.entry(place(aggregate, set, key), cell(aggregate, core, set, key)));
        }
      }
    }
    rows.sort((one, other) -> Arrays.compare(one.getKey(), other.getKey()));
    return rows.stream().map(Map.Entry::getValue).toList();
  }

  private static int[] place(Plan.Aggregate aggregate, Set<Integer> set, int[] key) {
    int[] place = new int[aggregate.keys().size()];
    int next = 0;
    for (int i = 0; i < place.length; i++) {
      place[i] = set.contains(aggregate.keys().get(i)) ? key[next++] : Integer.MAX_VALUE;
    }
    return place;
  }

  private Line cell(Plan.Aggregate aggregate, Core core, Set<Integer> set, int[] key) {
    var row = new ArrayList<Value>();
    int next = 0;
    for (int at : aggregate.keys()) {
      if (set.contains(at)) {
        var type = aggregate.fields().get(row.size()).type();
        row.add(key(core.keys().get(next), key[next], type));
        next++;
      } else {
        row.add(new Value.Key(Dimension.TOTAL, Value.Key.TOTAL, new Value.Missing()));
      }
    }
    int measure = 0;
    for (var call : aggregate.calls()) {
      row.add(
          Counting.isGrouping(call)
              ? grouping(call, set)
              : sum(core, key, core.measures().get(measure++)));
    }
    return new Line(row, true);
  }

  /// A bit for each key: 1 where all its values are taken together.
  private static Value grouping(Plan.AggregateCall call, Set<Integer> set) {
    long bits = 0;
    for (int key : call.arguments()) {
      bits = bits * 2 + (set.contains(key) ? 0 : 1);
    }
    return new Value.Amount(BigDecimal.valueOf(bits));
  }

  private static Value key(Dimension dimension, int number, Type type) {
    var label = dimension.label(number);
    var value =
        number == dimension.missingClass()
            ? new Value.Missing()
            : type.kind() == Type.Kind.BOOLEAN
                ? new Value.Flag(label.equals("true"))
                : type.isNumber() && dimension.cuts().isEmpty()
                    ? new Value.Amount(new BigDecimal(label))
                    : new Value.Text(label);
    return new Value.Key(label, number, value);
  }

  private Value sum(Core core, int[] key, Core.Measure measure) {
    var sum = BigDecimal.ZERO;
    for (var term : measure.terms()) {
      var set = space.set(core.keys(), key, Condition.both(core.where(), term.condition()));
      var count = figures.count(set);
      if (count.isEmpty()) {
        return new Value.Hidden();
      }
      sum = sum.add(BigDecimal.valueOf(count.get()).multiply(BigDecimal.valueOf(term.times())));
    }
    return new Value.Amount(sum);
  }

  /// The cell of the core that a sum over cells is.
  Value of(Margin margin, Line line) {
    int[] key = new int[margin.fields().size()];
    for (int i = 0; i < key.length; i++) {
      if (!(line.get(margin.fields().get(i)) instanceof Value.Key(var _, var number, var _))) {
        throw new IllegalStateException("a margin of what is no key");
      }
      key[i] = number;
    }
    return sum(margin.core(), key, margin.core().measures().getFirst());
  }
}
