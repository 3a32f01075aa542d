package nl.onzedata.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.onzedata.core.words.Words;
import nl.onzedata.lineage.Traced;
import nl.onzedata.lineage.Tracer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `onze explain`: where the outputs of a query come from, for people.
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tell or draw from which columns the outputs of a query come.",
    footer = {
      "",
      "Ends with 1 if the query cannot be traced.",
      "",
      "Example:",
      "  onze explain --catalog contracts question.sql --svg question.svg --lang nl"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private Tables tables = new Tables();

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Draw it in this file in place of telling it; - is standard output.")
  private Optional<String> svg = Optional.empty();

  @Option(names = "--lang", paramLabel = "LANGUAGE", description = "nl or en (en).")
  private String language = "en";

  @Parameters(paramLabel = "Q.sql", description = "The query; - is standard input.")
  private String file = "-";

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!Words.LANGUAGES.contains(language)) {
      throw new Unusable("--lang is '%s': expected nl or en".formatted(language));
    }
    var words = Words.load(language, ExplainCommand.class, "explain");
    var tracer = new Tracer(tables.read(console));
    return switch (tracer.trace(console.readText(file))) {
      case Traced.Refused(var problems) -> {
        for (var problem : problems) {
          console
              .err()
              .printf(
                  "%s:%d:%d %s %s%n",
                  file,
                  problem.place().line(),
                  problem.place().column(),
                  problem.code(),
                  TraceWords.say(problem));
        }
        yield 1;
      }
      case Traced.Query(var traced) -> {
        var query = Explained.of(called(), traced, words);
        if (svg.isPresent()) {
          console.write(svg.get(), ExplainSvg.of(query, words));
        } else {
          console.write("-", ExplainText.of(query, words));
        }
        yield 0;
      }
    };
  }

  private String called() {
    return file.equals("-") ? "-" : String.valueOf(Path.of(file).getFileName());
  }
}
