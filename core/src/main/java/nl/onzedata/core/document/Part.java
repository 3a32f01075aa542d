package nl.onzedata.core.document;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.words.Message;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A part of a document: a map, a list or a value, with its path and its line. What is asked of it
/// and is not so, is added to the problems of the document.
public final class Part {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Document document;
  private final String path;
  private final int line;
  private final Node node;
  private final Map<String, Part> entries;

  Part(Document document, String path, int line, Node node) {
    this.document = document;
    this.path = path;
    this.line = line;
    this.node = node;
    document.place(path, line);
    this.entries = node instanceof MappingNode map ? entries(map) : Map.of();
  }

  private Map<String, Part> entries(MappingNode map) {
    var found = new LinkedHashMap<String, Part>();
    for (var pair : map.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode name) {
        int at = Document.line(name.getStartMark());
        found.computeIfAbsent(
            name.getValue(), key -> new Part(document, under(key), at, pair.getValueNode()));
      }
    }
    return found;
  }

  private String under(String segment) {
    return path.isEmpty() ? segment : path + "/" + segment;
  }

  /// Such as `data/leiden/huishouden/columns/type`.
  public String path() {
    return path;
  }

  /// This part under another path, where its own name says more than its place in a list.
  public Part called(String other) {
    return new Part(document, other, line, node);
  }

  /// Adds a problem with this part.
  public void refuse(String code, String... namesAndValues) {
    document.add(path, line, Message.of(code, namesAndValues));
  }

  /// Whether it is a map.
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /// Whether it is a list.
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /// Whether it is a text, a number, or `true` or `false`.
  public boolean isPlain() {
    return node instanceof ScalarNode && !isNothing();
  }

  /// Whether nothing stands there.
  public boolean isNothing() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  /// Tells of each key that is not one of these; and if this is not a map at all.
  public void knows(String... keys) {
    if (!isMap()) {
      refuse("document.not-a-map", "keys", String.join(", ", keys));
      return;
    }
    var known = Set.of(keys);
    entries.forEach(
        (key, part) -> {
          if (!known.contains(key)) {
            part.refuse(
                "document.key-unknown",
                "key",
                key,
                "keys",
                Arrays.stream(keys).sorted().collect(Collectors.joining(", ")));
          }
        });
  }

  /// What stands under a key; empty if nothing does.
  public Optional<Part> find(String key) {
    return Optional.ofNullable(entries.get(key)).filter(part -> !part.isNothing());
  }

  /// What stands under a key, which must be there.
  public Optional<Part> need(String key) {
    var found = find(key);
    if (found.isEmpty() && isMap()) {
      refuse("document.key-absent", "key", key);
    }
    return found;
  }

  /// The parts of a map in the order of the text; tells if it is no map.
  public Map<String, Part> entries() {
    if (!isMap()) {
      refuse("document.not-a-map", "keys", "…");
    }
    return entries;
  }

  /// The parts of a list; tells if it is no list.
  public List<Part> items() {
    if (!(node instanceof SequenceNode list)) {
      refuse("document.not-a-list");
      return List.of();
    }
    var items = list.getValue();
    return IntStream.range(0, items.size())
        .mapToObj(
            i ->
                new Part(
                    document,
                    under(Integer.toString(i)),
                    Document.line(items.get(i).getStartMark()),
                    items.get(i)))
        .toList();
  }

  /// The parts of the list under a key; none if it is absent.
  public List<Part> items(String key) {
    return find(key).map(Part::items).orElse(List.of());
  }

  /// Its text as it was written, composed (NFC); empty, and told, if there is none.
  public String text() {
    if (!(node instanceof ScalarNode scalar) || isNothing() || scalar.getValue().isBlank()) {
      refuse("document.not-a-text");
      return "";
    }
    if (UNSEEN.matcher(scalar.getValue()).find()) {
      refuse("document.unseen");
      return "";
    }
    return Normalizer.normalize(scalar.getValue().strip(), Normalizer.Form.NFC);
  }

  /// Its text, which must look like the pattern.
  ///
  /// @param example shown if it does not
  public String text(Pattern pattern, String example) {
    var text = text();
    if (!text.isEmpty() && !pattern.matcher(text).matches()) {
      refuse("document.form", "found", text, "expected", example);
      return "";
    }
    return text;
  }

  /// Each text of a list, in order; tells of what stands there twice.
  public List<String> texts(Function<Part, String> each) {
    var seen = new LinkedHashMap<String, Part>();
    for (var item : items()) {
      var text = each.apply(item);
      if (!text.isEmpty() && seen.put(text, item) != null) {
        item.refuse("document.twice", "found", text);
      }
    }
    return List.copyOf(seen.keySet());
  }

  /// Its number, exactly as it was written, without a power of ten.
  public Optional<BigDecimal> number() {
    var text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (isList() || isMap() || !NUMBER.matcher(text).matches()) {
      refuse("document.not-a-number", "found", text);
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text));
  }

  /// Its whole number from least to most; least, and told, if it is none.
  public long whole(long least, long most) {
    var number = number();
    if (number.isEmpty()) {
      return least;
    }
    var found = number.get().stripTrailingZeros();
    if (found.scale() > 0
        || found.compareTo(BigDecimal.valueOf(least)) < 0
        || found.compareTo(BigDecimal.valueOf(most)) > 0) {
      refuse(
          "document.out-of-range",
          "found",
          number.get().toPlainString(),
          "least",
          Long.toString(least),
          "most",
          Long.toString(most));
      return least;
    }
    return found.longValueExact();
  }

  /// Whether `true` stands there; tells if neither `true` nor `false` does.
  public boolean yes() {
    var text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!text.equals("true") && !text.equals("false")) {
      refuse("document.not-yes-or-no", "found", text);
    }
    return text.equals("true");
  }

  /// Its day, as `2027-04-01`.
  public Optional<LocalDate> day() {
    var text = text(DAY, "2027-04-01");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      refuse("document.form", "found", text, "expected", "2027-04-01");
      return Optional.empty();
    }
  }

  /// One of the constants, written in small letters with a hyphen for an underscore.
  public <E extends Enum<E>> Optional<E> choice(Class<E> of) {
    var choices = new TreeMap<String, E>();
    for (var constant : of.getEnumConstants()) {
      choices.put(written(constant), constant);
    }
    return oneOf(choices);
  }

  /// What the text stands for, of a few.
  public <E> Optional<E> oneOf(Map<String, E> choices) {
    var text = text();
    var chosen = Optional.ofNullable(choices.get(text));
    if (chosen.isEmpty() && !text.isEmpty()) {
      refuse(
          "document.choice",
          "found",
          text,
          "choices",
          choices.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return chosen;
  }

  /// How a constant is written in documents.
  public static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The texts under `nl` (which must be there) and `en`.
  public Phrase phrase() {
    var in = new TreeMap<String, String>();
    need("nl").ifPresent(part -> in.put("nl", part.text()));
    find("en").ifPresent(part -> in.put("en", part.text()));
    return in.isEmpty() ? new Phrase(Map.of("nl", "")) : new Phrase(in);
  }
}
