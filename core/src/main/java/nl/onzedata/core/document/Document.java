package nl.onzedata.core.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.words.Message;
import nl.onzedata.core.words.Words;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML text while it is read, with everything that was found wrong so far. Only what a person
/// can see is understood: anchors, aliases and tags are refused. Not for several threads.
public final class Document {
  private static final int LONGEST = 262_144;
  private static final int DEEPEST = 30;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowDuplicateKeys(true).setCodePointLimit(LONGEST * 4).build();

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new TreeMap<>();
  private Optional<Part> root = Optional.empty();

  private Document() {}

  /// Reads a text of at most 256 thousand characters. If it is no YAML there is no root, and a
  /// problem that says so.
  public static Document read(String yaml) {
    var document = new Document();
    document.parse(yaml);
    return document;
  }

  /// The words of what can be wrong with any document.
  public static Words words(String language) {
    return Words.load(language, Document.class, "document");
  }

  private void parse(String yaml) {
    if (yaml.length() > LONGEST) {
      add("", 0, Message.of("document.too-large", "most", Integer.toString(LONGEST)));
      return;
    }
    try {
      if (plain(yaml)) {
        root = new Compose(SETTINGS).composeString(yaml).map(this::checked);
        if (root.isEmpty()) {
          add("", 1, Message.of("document.empty"));
        }
      }
    } catch (MarkedYamlEngineException e) {
      var found = e.getProblem() == null ? e.getContext() : e.getProblem();
      add(
          "",
          line(e.getProblemMark()),
          Message.of("document.not-yaml", "found", String.valueOf(found)));
    } catch (YamlEngineException e) {
      add("", 1, Message.of("document.not-yaml", "found", String.valueOf(e.getMessage())));
    }
  }

  private Part checked(Node node) {
    keys("", node);
    return new Part(this, "", line(node.getStartMark()), node);
  }

  /// Tells of keys that stand twice in one map or are no texts, wherever that is.
  private void keys(String path, Node node) {
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> keys(path, item));
    } else if (node instanceof MappingNode map) {
      var seen = new HashSet<String>();
      for (var pair : map.getValue()) {
        int at = line(pair.getKeyNode().getStartMark());
        if (!(pair.getKeyNode() instanceof ScalarNode name)) {
          add(path, at, Message.of("document.key-odd"));
        } else if (!seen.add(name.getValue())) {
          add(path, at, Message.of("document.key-twice", "key", name.getValue()));
        } else {
          keys(
              path.isEmpty() ? name.getValue() : path + "/" + name.getValue(), pair.getValueNode());
        }
      }
    }
  }

  /// Looks at the text's events first: composing deep or self-containing text is not safe.
  private boolean plain(String yaml) {
    int depth = 0;
    for (var event : new Parse(SETTINGS).parseString(yaml)) {
      switch (event) {
        case CollectionStartEvent start -> depth++;
        case CollectionEndEvent end -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        add("", line(event.getStartMark()), Message.of("document.too-deep"));
        return false;
      }
      if (isHidden(event)) {
        add("", line(event.getStartMark()), Message.of("document.hidden"));
      }
    }
    return problems.isEmpty();
  }

  private static boolean isHidden(Event event) {
    return switch (event) {
      case AliasEvent alias -> true;
      case ScalarEvent scalar -> scalar.getAnchor().isPresent() || scalar.getTag().isPresent();
      case CollectionStartEvent start ->
          start.getAnchor().isPresent() || start.getTag().isPresent();
      case NodeEvent node -> node.getAnchor().isPresent();
      default -> false;
    };
  }

  /// The whole; empty if the text is no YAML.
  public Optional<Part> root() {
    return root;
  }

  /// What was found wrong so far, by line.
  public List<Problem> problems() {
    return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  /// The line of the part with that path, or else of the nearest part around it; 0 if there is
  /// none.
  public int line(String path) {
    var around = path;
    while (!lines.containsKey(around)) {
      if (around.isEmpty()) {
        return 0;
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('/')));
    }
    return lines.getOrDefault(around, 0);
  }

  void add(String path, int line, Message message) {
    problems.add(new Problem(path, line, message));
  }

  void place(String path, int line) {
    lines.putIfAbsent(path, line);
  }

  static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }
}
