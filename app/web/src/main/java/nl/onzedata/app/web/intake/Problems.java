package nl.onzedata.app.web.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.onzedata.adapter.warehouse.LandingProblem;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.intake.State.Found;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractDraft;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.words.Message;
import org.jspecify.annotations.Nullable;

/// Everything that is wrong with a delivery, in words and each at its place. Immutable.
///
/// @param all in the order of the page; each with the field that it is about, if there is one
/// @param at by the name of the field
public record Problems(List<One> all, Map<String, String> at) {
  private static final Pattern PROPERTY =
      Pattern.compile("schema/0/properties/([0-9]+)(?:/([^/]+)(?:/([^/]+))?.*)?");
  private static final Pattern CUSTOM = Pattern.compile("\\{property: ([a-z-]+),.*");

  public Problems {
    all = List.copyOf(all);
    at = Map.copyOf(at);
  }

  /// One of them.
  public record One(Optional<String> field, String says) {}

  static Problems none() {
    return new Problems(List.of(), Map.of());
  }

  /// Whether nothing is wrong.
  public boolean isEmpty() {
    return all.isEmpty();
  }

  static Problems with(List<String> said) {
    return new Problems(
        said.stream().map(says -> new One(Optional.empty(), says)).toList(), Map.of());
  }

  /// What is wrong with a contract and with the values held against it.
  static Problems of(Delivery delivery, List<Problem> contract, Found found, Frame frame) {
    var all = new ArrayList<One>();
    var words = frame.words();
    var kept = ContractForm.kept(delivery.fields());
    for (var problem : contract) {
      var said =
          words.knows(problem.message().code())
              ? words.say(problem.message())
              : frame.say(problem.message());
      var field =
          delivery.text().isPresent()
              ? Optional.of("text")
              : field(problem, delivery.contract(), kept);
      all.add(
          new One(
              field,
              delivery.text().isPresent()
                  ? frame.say(
                      "intake.problem.line",
                      "line",
                      Integer.toString(problem.line()),
                      "problem",
                      said)
                  : column(field, delivery.fields())
                      .map(
                          name ->
                              frame.say("intake.problem.column", "column", name, "problem", said))
                      .or(() -> label(field, frame).map(label -> label + ": " + said))
                      .orElse(said)));
    }
    for (var problem : found.problems()) {
      all.add(new One(field(problem, delivery), words.say(said(problem, frame))));
    }
    found
        .rest()
        .forEach(
            (code, more) ->
                all.add(
                    new One(
                        Optional.empty(),
                        frame.say(
                            "intake.problem.more",
                            "n",
                            Long.toString(more),
                            "kind",
                            frame.say("intake." + code)))));
    found.refused().forEach(message -> all.add(new One(Optional.empty(), frame.say(message))));
    var at = new TreeMap<String, String>();
    for (var one : all) {
      one.field().ifPresent(field -> at.merge(field, one.says(), (a, b) -> a + " " + b));
    }
    return new Problems(all, at);
  }

  private static Optional<String> column(Optional<String> field, Map<String, String> fields) {
    return field
        .filter(name -> name.matches("c[0-9]+\\..*"))
        .map(name -> fields.getOrDefault(name.substring(0, name.indexOf('.')) + ".title", ""));
  }

  /// What a field about the whole is called on the page.
  private static Optional<String> label(Optional<String> field, Frame frame) {
    return field.map(
        name ->
            switch (name) {
              case "name.nl", "name.en", "description.nl", "description.en" ->
                  frame.say("intake.dataset." + name);
              default -> frame.say("intake." + name);
            });
  }

  /// The field of the form that a problem of the contract is about.
  private static Optional<String> field(Problem problem, String yaml, List<Integer> kept) {
    var property = PROPERTY.matcher(problem.path());
    if (property.matches()) {
      int at = Integer.parseInt(property.group(1));
      return at < kept.size()
          ? Optional.of("c" + kept.get(at) + "." + field(property.group(2), property.group(3)))
          : Optional.empty();
    }
    if (problem.message().code().equals("contract.custom-absent")) {
      return Optional.of("classification");
    }
    if (problem.path().startsWith("customProperties")) {
      var line = yaml.lines().skip(Math.max(0, problem.line() - 1)).findFirst().orElse("");
      var custom = CUSTOM.matcher(line.strip().replaceFirst("^- ", ""));
      return custom.matches() ? Optional.of(asField(custom.group(1))) : Optional.empty();
    }
    return switch (problem.path()) {
      case "name" -> Optional.of("name.nl");
      case "description", "description/purpose" -> Optional.of("description.nl");
      default -> Optional.empty();
    };
  }

  private static String asField(String custom) {
    return switch (custom) {
      case "name-en" -> "name.en";
      case "description-en" -> "description.en";
      case "affected-groups" -> "groups";
      case "retention" -> "retention.nl";
      case "retention-en" -> "retention.en";
      default -> custom;
    };
  }

  private static String field(@Nullable String key, @Nullable String under) {
    if (key == null) {
      return "key";
    }
    return switch (key) {
      case "logicalType" -> "type";
      case "logicalTypeOptions" ->
          under == null
              ? "precision"
              : switch (under) {
                case "minimum" -> "least";
                case "maximum" -> "most";
                case "scale" -> "scale";
                default -> "precision";
              };
      case "quality" -> "codes";
      case "customProperties" -> "sensitivity";
      case "description" -> "description.nl";
      case "required", "primaryKey", "primaryKeyPosition" -> "key";
      default -> "name";
    };
  }

  private static Optional<String> field(LandingProblem problem, Delivery delivery) {
    if (delivery.text().isPresent()) {
      return Optional.empty();
    }
    var field =
        switch (problem.code()) {
          case "landing.code-unknown" -> "codes";
          case "landing.range" -> "least";
          case "landing.form" -> "type";
          default -> "name";
        };
    return ContractForm.kept(delivery.fields()).stream()
        .filter(row -> problem.column().equals(delivery.fields().get("c" + row + ".name")))
        .findFirst()
        .map(row -> "c" + row + "." + field);
  }

  /// What was expected, said in words where it is the name of a type.
  private static Message said(LandingProblem problem, Frame frame) {
    var arguments = new TreeMap<>(problem.message().arguments());
    if (problem.code().equals("landing.form")) {
      var type = problem.expected().replaceAll("\\(.*", "").toLowerCase(Locale.ROOT);
      arguments.put(
          "expected",
          type.equals("decimal")
              ? frame.say(
                  "intake.sort.decimal",
                  "digits",
                  problem.expected().replaceAll("[^0-9,]", "").replaceAll(",.*", ""),
                  "scale",
                  problem.expected().replaceAll("[^0-9,]", "").replaceAll(".*,", ""))
              : frame.say("intake.sort." + type));
    }
    return new Message(problem.code(), arguments);
  }

  /// As much of a contract as can be read, so that values can be held against that part already.
  static Optional<Contract> readable(Delivery delivery, List<Problem> problems) {
    if (delivery.text().isPresent()) {
      return Optional.empty();
    }
    var draft = ContractForm.read(delivery.dataset(), delivery.fields());
    var wrong = new TreeSet<Integer>();
    for (var problem : problems) {
      var property = PROPERTY.matcher(problem.path());
      if (property.matches()) {
        wrong.add(Integer.parseInt(property.group(1)));
      }
    }
    var columns = new ArrayList<ContractDraft.Column>();
    for (int i = 0; i < draft.columns().size(); i++) {
      if (!wrong.contains(i)) {
        columns.add(draft.columns().get(i));
      }
    }
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    boolean keyed = wrong.isEmpty() && columns.stream().anyMatch(column -> column.key() > 0);
    var first = columns.getFirst();
    if (!keyed) {
      columns.set(0, keyed(first));
    }
    var part =
        new ContractDraft(
            draft.dataset(),
            new ContractDraft.Text("x", ""),
            ContractDraft.Text.NONE,
            "personal",
            "",
            "",
            columns,
            List.of(),
            List.of(),
            ContractDraft.Text.NONE);
    if (!(ContractReading.read(part.yaml()) instanceof ContractReading.Fine(var read))) {
      return Optional.empty();
    }
    var asItWas = new ArrayList<>(read.columns());
    if (!keyed) {
      asItWas.set(0, nullable(asItWas.getFirst(), !first.required()));
    }
    return Optional.of(
        new Contract(
            read.dataset(),
            read.name(),
            read.description(),
            read.classification(),
            read.subject(),
            read.subjectKind(),
            asItWas,
            keyed ? read.keys() : List.of(),
            read.references(),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  private static ContractDraft.Column keyed(ContractDraft.Column c) {
    return new ContractDraft.Column(
        c.name(),
        c.title(),
        c.type(),
        c.precision(),
        c.scale(),
        true,
        c.codes(),
        c.least(),
        c.most(),
        c.sensitivity(),
        c.description(),
        30,
        false,
        c.derivedFrom(),
        c.references());
  }

  private static Contract.Column nullable(Contract.Column c, boolean nullable) {
    return new Contract.Column(
        c.name(),
        c.kind(),
        c.precision(),
        c.scale(),
        nullable,
        c.codes(),
        c.least(),
        c.most(),
        c.sensitivity(),
        c.description(),
        c.derivedFrom(),
        c.source());
  }
}
