package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onzedata.core.mandate.MandateDiff.Change;
import nl.onzedata.core.mandate.MandateDiff.Effect;
import nl.onzedata.core.words.Message;

/// The changes that a diff found so far, and how parts of two versions are paired.
final class Changes {
  private final List<Change> all = new ArrayList<>();

  void add(Effect effect, String clause, String code, String... namesAndValues) {
    all.add(new Change(Message.of("mandate.diff." + code, namesAndValues), clause, effect));
  }

  void add(boolean wider, String clause, String code, String... namesAndValues) {
    add(wider ? Effect.WIDENS : Effect.NARROWS, clause, code, namesAndValues);
  }

  void widens(String clause, String code, String... namesAndValues) {
    add(Effect.WIDENS, clause, code, namesAndValues);
  }

  void narrows(String clause, String code, String... namesAndValues) {
    add(Effect.NARROWS, clause, code, namesAndValues);
  }

  void shifts(String clause, String code, String... namesAndValues) {
    add(Effect.SHIFTS, clause, code, namesAndValues);
  }

  List<Change> all() {
    return List.copyOf(all);
  }

  interface Pair<T> {
    void compare(T was, T is);
  }

  static <T> void both(
      Map<String, T> before,
      Map<String, T> after,
      Consumer<String> added,
      Consumer<String> removed,
      Pair<T> kept) {
    after.forEach(
        (key, is) -> {
          var was = before.get(key);
          if (was == null) {
            added.accept(key);
          } else {
            kept.compare(was, is);
          }
        });
    before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(removed);
  }

  static <T> Map<String, T> byKey(List<T> items, Function<T, String> key) {
    return items.stream()
        .sorted(Comparator.comparing(key))
        .collect(Collectors.toMap(key, item -> item, (one, other) -> one, LinkedHashMap::new));
  }

  static <T> List<T> only(Collection<T> of, Collection<T> without) {
    return new ArrayList<>(of).stream().filter(item -> !without.contains(item)).distinct().toList();
  }
}
