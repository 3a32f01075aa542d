package nl.onzedata.core.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Acts as canonical JSON (keys sorted, no blanks, times in ISO 8601) and back. What is unknown or
/// missing is an error: an act is never read for less than it says. Safe for use by many threads.
public final class ActCodec {
  /// Raises a payload from the version at its place in the list (from 1) to the next.
  private static final Map<String, List<UnaryOperator<ObjectNode>>> UPCASTERS = Map.of();

  private static final Map<String, Class<? extends Act>> TYPES = types();

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ActCodec() {}

  /// The types that there are, by name.
  public static Map<String, Class<? extends Act>> all() {
    return TYPES;
  }

  /// The name of an act's type, such as `ProjectOpened`.
  public static String type(Act act) {
    return act.getClass().getSimpleName();
  }

  /// The schema version that a type is written in now.
  public static int version(String type) {
    return UPCASTERS.getOrDefault(type, List.of()).size() + 1;
  }

  /// The act as canonical JSON.
  public static String write(Act act) {
    return JSON.writeValueAsString(act);
  }

  /// Reads an act that was written in this or an earlier version.
  public static Act read(String type, int version, String payload) {
    var known = TYPES.get(type);
    if (known == null) {
      throw new IllegalStateException("no act of type '%s' is known".formatted(type));
    }
    int current = version(type);
    if (version < 1 || version > current) {
      throw new IllegalStateException(
          "%s has version %d; this software reads 1 to %d".formatted(type, version, current));
    }
    try {
      if (version == current) {
        return JSON.readValue(payload, known);
      }
      var tree = (ObjectNode) JSON.readTree(payload);
      for (int at = version; at < current; at++) {
        tree = UPCASTERS.getOrDefault(type, List.of()).get(at - 1).apply(tree);
      }
      return JSON.treeToValue(tree, known);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "%s %d cannot be read: %s".formatted(type, version, e.getOriginalMessage()), e);
    }
  }

  /// Reads the act of an entry.
  public static Act read(Entry entry) {
    return read(entry.type(), entry.version(), entry.payload());
  }

  private static Map<String, Class<? extends Act>> types() {
    var types = new TreeMap<String, Class<? extends Act>>();
    var open = new ArrayList<Class<?>>(List.of(Act.class));
    while (!open.isEmpty()) {
      var next = open.removeLast();
      if (next.isSealed()) {
        open.addAll(List.of(next.getPermittedSubclasses()));
      } else if (types.put(next.getSimpleName(), next.asSubclass(Act.class)) != null) {
        throw new IllegalStateException("two acts are called " + next.getSimpleName());
      }
    }
    return types;
  }
}
