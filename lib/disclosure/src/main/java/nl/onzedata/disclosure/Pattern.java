package nl.onzedata.disclosure;

import java.util.BitSet;
import nl.onzedata.optimise.LinearModel;

/// A choice of hidden quantities with what the attacker knows under it.
final class Pattern {
  private final Relations relations;
  final BitSet hidden;
  final BitSet visible = new BitSet();
  final BitSet someone;

  Pattern(Relations relations, BitSet hidden) {
    this.relations = relations;
    this.hidden = FrequencyProblem.copy(hidden);
    visible.set(0, relations.quantities());
    visible.andNot(hidden);
    this.someone = relations.knownToHoldSomeone(hidden);
  }

  /// Whether no visible quantity limits how many the groups may hold.
  boolean hasNoLimit(BitSet groups) {
    return groups.stream().anyMatch(group -> !relations.quantitiesOf(group).intersects(visible));
  }

  /// Sets the bounds of the rows, one for each quantity, to what the attacker sees.
  void enter(LinearModel model) {
    for (int quantity = 0; quantity < relations.quantities(); quantity++) {
      double value = relations.value(quantity);
      if (visible.get(quantity)) {
        model.constraintBounds(quantity, value, value);
      } else {
        double low = someone.get(quantity) ? 1 : -LinearModel.INFINITY;
        model.constraintBounds(quantity, low, LinearModel.INFINITY);
      }
    }
  }
}
