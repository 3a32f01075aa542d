package nl.onzedata.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze check`: whether queries stay inside what was agreed.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Say whether a query stays inside a mandate, or every reason why not.",
    footer = {
      "",
      "No data is read. Ends with 1 if a query is refused.",
      "",
      "Example:",
      "  onze check --catalog contracts --mandate mandate.yaml question.sql --json -"
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private Agreement agreement = new Agreement();

  @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - is standard output.")
  private Optional<String> json = Optional.empty();

  @Parameters(
      arity = "1..*",
      paramLabel = "Q.sql",
      description = "One query per file; - is standard input.")
  private List<String> files = List.of();

  CheckCommand(Console console) {
    this.console = console;
  }

  /// One file; its parts are the keys of the JSON.
  record Answer(String file, boolean accepted, List<Agreement.Said> refusals, List<Use> uses) {}

  /// A use that the query makes, such as `filter` of `leiden.huishouden.jaarinkomen_eur`.
  record Use(String subject, String use) {}

  @Override
  public Integer call() {
    var read = agreement.read(console);
    var checker = new Checker(read.contracts().all());
    var answers = new ArrayList<Answer>();
    for (var file : files) {
      var verdict = checker.check(console.readText(file), read.mandate(), read.question());
      answers.add(answer(file, verdict));
    }
    var out = console.people(json);
    for (var answer : answers) {
      out.printf("%s  %s%n", answer.file(), answer.accepted() ? "accepted" : "refused");
      answer.refusals().forEach(refusal -> out.println(refusal.said()));
      answer.uses().forEach(use -> out.printf("  %s of %s%n", use.use(), use.subject()));
    }
    console.write(json, answers);
    return answers.stream().allMatch(Answer::accepted) ? 0 : 1;
  }

  private static Answer answer(String file, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused(var refusals) ->
          new Answer(file, false, Agreement.Said.of(refusals), List.of());
      case Verdict.Accepted(var query) ->
          new Answer(
              file,
              true,
              List.of(),
              query.uses().stream()
                  .map(
                      granted ->
                          new Use(granted.subject(), granted.use().name().toLowerCase(Locale.ROOT)))
                  .distinct()
                  .sorted(Comparator.comparing(Use::subject).thenComparing(Use::use))
                  .toList());
    };
  }
}
