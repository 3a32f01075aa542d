package nl.onzedata.disclosure;

import java.util.List;

/// A margin and the classes that split it, as indices into the published cells of a
/// [FrequencyProblem]. If one class holds all contributors of the margin, or all but one, then
/// knowing that someone is in the margin tells in which class they are (group disclosure, the
/// "100 % cell" of the Handbook on Statistical Disclosure Control).
///
/// Such a margin is *unsafe*. All its classes are then hidden, empty ones too, and for the class
/// that holds nearly all the attacker must think it possible that at least `max(2, intervalHigh)`
/// of the margin's contributors are outside of it.
public record GroupMargin(int whole, List<Integer> classes) {
  public GroupMargin {
    classes = List.copyOf(classes);
  }
}
