package nl.onzedata.app.web.intake;

import java.util.List;
import java.util.Map;
import nl.onzedata.adapter.sources.SourceFile;
import nl.onzedata.adapter.sources.SourceProblem;
import nl.onzedata.adapter.warehouse.LandingProblem;
import nl.onzedata.core.words.Message;

/// How far a delivery is.
public sealed interface State {
  /// What is being done with it.
  enum Step {
    WAITING,
    OPENING,
    READING,
    VERIFYING,
    TWIN,
    LANDING
  }

  /// Something is being done.
  ///
  /// @param percent of all of it
  record Working(Step step, int percent) implements State {}

  /// The file is no table that can be read.
  record Unreadable(List<SourceProblem> problems, Map<String, Long> rest) implements State {
    public Unreadable {
      problems = List.copyOf(problems);
      rest = Map.copyOf(rest);
    }
  }

  /// It was read.
  ///
  /// @param found what the last check of its values found; empty before the first
  record Open(SourceFile source, Found found) implements State {}

  /// It came in and is gone from here.
  ///
  /// @param records whether its records did; otherwise only the contract and its twin
  record Done(boolean records) implements State {}

  /// Something outside failed; it can be tried again.
  record Failed() implements State {}

  /// What a check found.
  ///
  /// @param checked whether there was one
  /// @param problems with values, the first twenty of each code
  /// @param rest how many more there are of a code
  /// @param refused why the project does not take it in
  record Found(
      boolean checked,
      List<LandingProblem> problems,
      Map<String, Long> rest,
      List<Message> refused) {
    static final Found NOTHING = new Found(false, List.of(), Map.of(), List.of());
    static final Found FINE = new Found(true, List.of(), Map.of(), List.of());

    public Found {
      problems = List.copyOf(problems);
      rest = Map.copyOf(rest);
      refused = List.copyOf(refused);
    }

    boolean isFine() {
      return problems.isEmpty() && refused.isEmpty();
    }
  }
}
