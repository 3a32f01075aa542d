package nl.onzedata.core.mandate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onzedata.core.journal.Phrase;

/// What data may be used for: purposes of the Data Privacy Vocabulary (DPV 2, a report of a W3C
/// community group) under `dpv:PublicBenefit`, purposes that mandates often rule out, and our own
/// narrower ones (`onze:…`). They are data: `purposes.txt` beside this class.
public final class Purposes {
  private record Purpose(Optional<String> wider, Phrase name) {}

  private static final Map<String, Purpose> ALL = read();

  private Purposes() {}

  /// All codes, each after its wider one.
  public static Set<String> codes() {
    return ALL.keySet();
  }

  /// Whether there is such a code.
  public static boolean knows(String code) {
    return ALL.containsKey(code);
  }

  /// What people call it. An unknown code is our mistake.
  public static Phrase name(String code) {
    return purpose(code).name();
  }

  /// Whether the narrower purpose is the wider one, or a kind of it. An unknown code is under
  /// nothing and over nothing.
  public static boolean subsumes(String wider, String narrower) {
    var at = Optional.of(narrower).filter(ALL::containsKey);
    while (at.isPresent()) {
      if (at.get().equals(wider)) {
        return true;
      }
      at = purpose(at.get()).wider();
    }
    return false;
  }

  /// Whether one of two purposes is a kind of the other.
  public static boolean areRelated(String one, String other) {
    return subsumes(one, other) || subsumes(other, one);
  }

  private static Purpose purpose(String code) {
    var purpose = ALL.get(code);
    if (purpose == null) {
      throw new IllegalArgumentException("not a purpose: '%s'".formatted(code));
    }
    return purpose;
  }

  private static Map<String, Purpose> read() {
    var all = new LinkedHashMap<String, Purpose>();
    try (var in = Purposes.class.getResourceAsStream("purposes.txt")) {
      if (in == null) {
        throw new IllegalStateException("no purposes.txt");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(all, line.split("\\|", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return java.util.Collections.unmodifiableMap(all);
  }

  private static void add(Map<String, Purpose> all, String[] fields) {
    var wider = Optional.of(fields[1].strip()).filter(code -> !code.isEmpty());
    if (fields.length != 4 || wider.filter(code -> !all.containsKey(code)).isPresent()) {
      throw new IllegalStateException("purposes.txt: " + String.join("|", fields));
    }
    var name = Phrase.of(fields[2].strip(), fields[3].strip());
    if (all.put(fields[0].strip(), new Purpose(wider, name)) != null) {
      throw new IllegalStateException("purposes.txt: twice " + fields[0]);
    }
  }
}
