package nl.onzedata.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import nl.onzedata.lineage.Lineage;
import nl.onzedata.lineage.Traced;
import nl.onzedata.lineage.Tracer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze lineage`: which columns a query uses, and how.
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    description = "Say which columns each output of a query comes from, and what influences it.",
    footer = {
      "",
      "Ends with 1 if a query cannot be traced: what is not known is not allowed.",
      "",
      "Example:",
      "  onze lineage --ddl schema.sql question.sql --json -"
    })
final class LineageCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private Tables tables = new Tables();

  @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Parameters(
      arity = "1..*",
      paramLabel = "Q.sql",
      description = "One query per file; - is standard input.")
  private List<String> files = List.of();

  LineageCommand(Console console) {
    this.console = console;
  }

  /// One file; its parts are the keys of the JSON.
  ///
  /// @param rows the tables whose having a row makes a difference
  record Answer(
      String file, List<Refused> refused, Map<String, Output> outputs, List<String> rows) {}

  /// Why a query cannot be traced.
  record Refused(String code, String message, int line, int column) {}

  /// What one output depends on; what influences the whole query stands under each output.
  record Output(List<String> direct, Map<String, Set<Lineage.Influence>> indirect) {}

  @Override
  public Integer call() {
    var tracer = new Tracer(tables.read(console));
    var answers = new ArrayList<Answer>();
    for (var file : files) {
      answers.add(answer(file, tracer.trace(console.readText(file))));
    }
    var out = console.people(json);
    answers.forEach(answer -> tell(answer, out));
    console.write(json, answers);
    return answers.stream().allMatch(answer -> answer.refused().isEmpty()) ? 0 : 1;
  }

  private static Answer answer(String file, Traced traced) {
    return switch (traced) {
      case Traced.Refused(var problems) ->
          new Answer(
              file,
              problems.stream()
                  .map(
                      problem ->
                          new Refused(
                              problem.code(),
                              TraceWords.say(problem),
                              problem.place().line(),
                              problem.place().column()))
                  .toList(),
              Map.of(),
              List.of());
      case Traced.Query(var plan) -> answer(file, plan.lineage());
    };
  }

  private static Answer answer(String file, Lineage lineage) {
    var outputs = new TreeMap<String, Output>();
    lineage
        .outputs()
        .forEach(
            (name, output) -> {
              var indirect = new TreeMap<String, Set<Lineage.Influence>>();
              for (var part : List.of(output.indirect(), lineage.indirect())) {
                part.forEach(
                    (column, how) ->
                        indirect.computeIfAbsent(column, c -> new TreeSet<>()).addAll(how));
              }
              var direct = new TreeSet<>(output.direct().keySet());
              outputs.put(name, new Output(List.copyOf(direct), indirect));
            });
    return new Answer(file, List.of(), outputs, List.copyOf(new TreeSet<>(lineage.rows())));
  }

  private static void tell(Answer answer, PrintStream out) {
    out.println(answer.file());
    for (var refused : answer.refused()) {
      out.printf(
          "  %d:%d %s %s%n", refused.line(), refused.column(), refused.code(), refused.message());
    }
    answer
        .outputs()
        .forEach(
            (name, output) -> {
              out.printf("  %s%n", name);
              out.printf(
                  "    from        %s%n",
                  output.direct().isEmpty() ? "nothing" : String.join(", ", output.direct()));
              output
                  .indirect()
                  .forEach((column, how) -> out.printf("    influenced  %s %s%n", column, how));
            });
    if (!answer.rows().isEmpty()) {
      out.printf("  rows of %s%n", String.join(", ", answer.rows()));
    }
  }
}
