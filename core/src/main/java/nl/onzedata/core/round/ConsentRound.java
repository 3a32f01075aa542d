package nl.onzedata.core.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.RoundAct;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.journal.RoundAct.Phase;

/// A sociocratic decision about a mandate and what it names. Immutable.
///
/// @param number from 1 in the project
/// @param mandate hash of what is decided on
/// @param seats all that must answer
/// @param integrations how many rounds before this one were integrated
/// @param state where it is, or how it ended
public record ConsentRound(
    int number,
    String mandate,
    List<String> artefacts,
    Instant deadline,
    Set<String> seats,
    int integrations,
    State state,
    List<Question> questions,
    List<Reaction> reactions,
    Map<String, Given> answers,
    List<Test> tests) {

  public ConsentRound {
    artefacts = List.copyOf(artefacts);
    seats = Set.copyOf(seats);
    questions = List.copyOf(questions);
    reactions = List.copyOf(reactions);
    answers = Map.copyOf(answers);
    tests = List.copyOf(tests);
  }

  /// Running in a phase, or closed with an outcome. A closed round keeps the affected groups that
  /// had no seat at that moment.
  public sealed interface State {
    record Running(Phase phase) implements State {}

    record Closed(Outcome outcome, List<String> unseated) implements State {
      public Closed {
        unseated = List.copyOf(unseated);
      }
    }
  }

  /// A clarifying question.
  public record Question(String id, String seat, Commitment text, Optional<Commitment> answer) {}

  /// A first reaction.
  public record Reaction(String seat, Commitment text) {}

  /// A seat's answer.
  public record Given(Answer answer, Optional<Commitment> reason, Optional<Commitment> harm) {}

  /// A seat's judgement of another's objection.
  public record Test(String objector, String tester, boolean upheld, Commitment reason) {}

  /// A round that begins, with all seats that there are.
  public static ConsentRound open(
      RoundAct.RoundOpened act, Set<String> seats, Optional<ConsentRound> integrated) {
    return new ConsentRound(
        act.round(),
        act.mandate(),
        act.artefacts(),
        act.deadline(),
        seats,
        integrated.map(before -> before.integrations() + 1).orElse(0),
        new State.Running(Phase.CLARIFYING),
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  /// The round after one more act.
  public ConsentRound apply(RoundAct act) {
    return switch (act) {
      case RoundAct.RoundOpened opened ->
          throw new IllegalStateException("round %d was opened already".formatted(number));
      case RoundAct.QuestionAsked(var n, var id, var seat, var text) ->
          with(and(questions, new Question(id, seat, text, Optional.empty())), reactions);
      case RoundAct.QuestionAnswered(var n, var id, var text) ->
          with(
              questions.stream()
                  .map(
                      asked ->
                          asked.id().equals(id)
                              ? new Question(id, asked.seat(), asked.text(), Optional.of(text))
                              : asked)
                  .toList(),
              reactions);
      case RoundAct.Reacted(var n, var seat, var text) ->
          with(questions, and(reactions, new Reaction(seat, text)));
      case RoundAct.PhaseReached(var n, var phase) -> with(new State.Running(phase));
      case RoundAct.Answered(var n, var seat, var answer, var reason, var harm) -> {
        var all = new LinkedHashMap<>(answers);
        all.put(seat, new Given(answer, reason, harm));
        // A new answer is a new argument: what was judged about the old one no longer counts.
        var still = tests.stream().filter(test -> !test.objector().equals(seat)).toList();
        yield with(all, still);
      }
      case RoundAct.ObjectionTested(var n, var objector, var tester, var upheld, var reason) -> {
        var all =
            new ArrayList<>(
                tests.stream()
                    .filter(
                        test -> !test.objector().equals(objector) || !test.tester().equals(tester))
                    .toList());
        all.add(new Test(objector, tester, upheld, reason));
        yield with(answers, all);
      }
      case RoundAct.RoundClosed closed ->
          throw new IllegalStateException(
              "round %d is closed with who was missing".formatted(number));
    };
  }

  /// The round after it ended, and which affected groups had no seat then.
  public ConsentRound closed(Outcome outcome, List<String> unseated) {
    return with(new State.Closed(outcome, unseated));
  }

  /// Whether it has not ended.
  public boolean isRunning() {
    return state instanceof State.Running;
  }

  /// Whether it runs in that phase.
  public boolean isIn(Phase phase) {
    return state.equals(new State.Running(phase));
  }

  /// How it ended.
  public Optional<Outcome> outcome() {
    return state instanceof State.Closed closed ? Optional.of(closed.outcome()) : Optional.empty();
  }

  /// The affected groups that had no seat when it ended; none while it runs.
  public List<String> unseated() {
    return state instanceof State.Closed closed ? closed.unseated() : List.of();
  }

  /// Whether it expired though every seat answered: an affected group had no seat.
  public boolean lackedAGroup() {
    return outcome().filter(Outcome.EXPIRED::equals).isPresent() && silent().isEmpty();
  }

  /// The seats that have not answered. Silence is not consent.
  public Set<String> silent() {
    var silent = new TreeSet<>(seats);
    silent.removeAll(answers.keySet());
    return silent;
  }

  /// The seats whose answer is an objection.
  public Set<String> objectors() {
    var objectors = new TreeSet<String>();
    answers.forEach(
        (seat, given) -> {
          if (given.answer() == Answer.OBJECTION) {
            objectors.add(seat);
          }
        });
    return objectors;
  }

  /// Who has yet to judge an objection: every seat but the objector.
  public Set<String> untestedBy(String objector) {
    var testers = new TreeSet<>(seats);
    testers.remove(objector);
    tests.stream()
        .filter(test -> test.objector().equals(objector))
        .forEach(test -> testers.remove(test.tester()));
    return testers;
  }

  /// Whether an objection stands. It does unless a majority of all testers calls it a concern; and
  /// one of a citizens' seat only becomes a concern if another citizens' seat agrees.
  ///
  /// @param citizens the seats of citizens and affected groups
  public boolean isUpheld(String objector, Set<String> citizens) {
    var concern =
        tests.stream()
            .filter(test -> test.objector().equals(objector) && !test.upheld())
            .map(Test::tester)
            .toList();
    int testers = seats.size() - 1;
    boolean majority = 2 * concern.size() > testers;
    boolean peers = !citizens.contains(objector) || concern.stream().anyMatch(citizens::contains);
    return !(majority && peers);
  }

  private ConsentRound with(List<Question> newQuestions, List<Reaction> newReactions) {
    return new ConsentRound(
        number,
        mandate,
        artefacts,
        deadline,
        seats,
        integrations,
        state,
        newQuestions,
        newReactions,
        answers,
        tests);
  }

  private ConsentRound with(State newState) {
    return new ConsentRound(
        number,
        mandate,
        artefacts,
        deadline,
        seats,
        integrations,
        newState,
        questions,
        reactions,
        answers,
        tests);
  }

  private ConsentRound with(Map<String, Given> newAnswers, List<Test> newTests) {
    return new ConsentRound(
        number,
        mandate,
        artefacts,
        deadline,
        seats,
        integrations,
        state,
        questions,
        reactions,
        newAnswers,
        newTests);
  }

  private static <T> List<T> and(List<T> list, T one) {
    var all = new ArrayList<>(list);
    all.add(one);
    return all;
  }
}
