package nl.onzedata.app.cli;

import java.util.ArrayList;
import java.util.Optional;
import nl.onzedata.lineage.Traced;

/// Why a query cannot be traced, for developers.
final class TraceWords {
  private TraceWords() {}

  static String say(Traced.Problem problem) {
    var arguments = problem.arguments();
    var said = new ArrayList<String>();
    said.add(
        switch (problem.code()) {
          case "SYNTAX" -> "this cannot be read";
          case "UNKNOWN" -> "there is no such " + arguments.getOrDefault("what", "thing");
          case "UNSUPPORTED" -> "this is not supported";
          case "TOO-LARGE" -> "this is too large";
          case "NAME" -> "this cannot be a name";
          default -> problem.code();
        });
    for (var name : new String[] {"reason", "found", "expected", "near"}) {
      Optional.ofNullable(arguments.get(name))
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> said.add(name + " " + value));
    }
    return String.join("; ", said);
  }
}
