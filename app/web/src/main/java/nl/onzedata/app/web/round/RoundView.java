package nl.onzedata.app.web.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.party.Parties.Seat;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.round.ConsentRound;
import nl.onzedata.core.round.ConsentRound.Given;
import nl.onzedata.core.round.ConsentRound.State;

/// A consent round as its page tells it. Used by one thread.
public final class RoundView {
  private final Look look;
  private final ConsentRound round;

  RoundView(Look look, ConsentRound round) {
    this.look = look;
    this.round = round;
  }

  /// A seat as a mark.
  ///
  /// @param answer what it answered; nothing while it is silent
  public record Mark(
      String seat, String name, String as, Helix helix, boolean taken, Optional<Answer> answer) {}

  /// A step of the round.
  public record Step(String name, String what, boolean done, boolean current) {}

  /// An answer with its reasons.
  public record Card(String seat, String name, Answer answer, Optional<String> reason) {}

  public Look look() {
    return look;
  }

  public ConsentRound round() {
    return round;
  }

  public int number() {
    return round.number();
  }

  /// The page of this round.
  public String path() {
    return look.path("/rounds/" + round.number());
  }

  /// The mandate version that is proposed.
  public Optional<Artefact> mandate() {
    return look.dossier().project().artefact(round.mandate());
  }

  public String title() {
    return look.say(
        "round.title",
        "number",
        Integer.toString(round.number()),
        "title",
        mandate().map(m -> look.frame().say(m.title())).orElse(Look.shortened(round.mandate())));
  }

  /// What is proposed, in one paragraph.
  public String proposal() {
    var opened = look.story().opened(round.number()).map(look.when()::day).orElseGet(() -> "?");
    return look.say(
        "round.proposal", "day", opened, "mandate", look.artefact(round.mandate()), "with", with());
  }

  private String with() {
    var parts = new ArrayList<String>();
    parts.add(counted("round.figures", ArtefactKind.INDICATOR));
    parts.add(counted("round.boards", ArtefactKind.DASHBOARD));
    parts.removeIf(String::isEmpty);
    return parts.isEmpty()
        ? look.say("round.proposal.alone")
        : look.say("round.proposal.with", "parts", look.list(parts));
  }

  private String counted(String code, ArtefactKind kind) {
    long count = named().stream().filter(artefact -> artefact.kind() == kind).count();
    return count == 0 ? "" : look.say(code, "n", Long.toString(count));
  }

  /// The artefact versions that come with the mandate.
  public List<Artefact> named() {
    return round.artefacts().stream()
        .flatMap(hash -> look.dossier().project().artefact(hash).stream())
        .sorted(Comparator.comparing(Artefact::kind))
        .toList();
  }

  /// The challenges that this round is about.
  public List<ChallengeView> challenges() {
    return look.dossier().challenges().all().stream()
        .filter(challenge -> look.dossier().isAbout(challenge, round))
        .map(challenge -> new ChallengeView(look, challenge, Optional.empty(), false))
        .toList();
  }

  /// The round whose objections this one takes in.
  public Optional<Integer> integrates() {
    return look.story().integrates(round.number());
  }

  /// The definition that this proposal would replace; nothing if none held when it began.
  public Optional<Artefact> replaces() {
    return look.story()
        .before(round.number())
        .map(ground -> ground.mandate())
        .flatMap(look.dossier().project()::artefact);
  }

  /// The definition that the integrated round decided on.
  public Optional<Artefact> follows() {
    return integrates()
        .flatMap(look.dossier()::round)
        .map(ConsentRound::mandate)
        .flatMap(look.dossier().project()::artefact);
  }

  /// Where the round is, or how it ended, in a sentence.
  public String state() {
    return switch (round.state()) {
      case State.Running(var phase) when isLate() ->
          look.say("round.state.late", "day", look.when().moment(round.deadline()));
      case State.Running(var phase) ->
          look.say("round.state." + phase.name().toLowerCase(Locale.ROOT));
      case State.Closed(var outcome, var _) -> ended(outcome);
    };
  }

  private String ended(Outcome outcome) {
    var day = look.story().closed(round.number()).map(look.when()::day).orElse("?");
    return switch (outcome) {
      case ADOPTED -> look.say("round.ended.adopted", "day", day);
      case INTEGRATING ->
          look.say("round.ended.integrating", "day", day, "seats", look.seats(upheld()));
      case DEADLOCKED ->
          look.say("round.ended.deadlocked", "day", day, "seats", look.seats(upheld()));
      case WITHDRAWN -> look.say("round.ended.withdrawn", "day", day);
      case EXPIRED ->
          round.lackedAGroup()
              ? look.say(
                  "round.ended.unseated", "day", day, "groups", look.groups(round.unseated()))
              : look.say("round.ended.expired", "day", day, "seats", look.seats(round.silent()));
    };
  }

  /// What can happen after the round ended; empty while it runs.
  public List<String> afterwards() {
    return round.outcome().map(this::afterwards).orElse(List.of());
  }

  private List<String> afterwards(Outcome outcome) {
    return switch (outcome) {
      case ADOPTED ->
          List.of(look.say(isDecidedOn() ? "round.after.in-force" : "round.after.body"));
      case INTEGRATING -> List.of(look.say("round.after.integrating"));
      case DEADLOCKED -> isDecidedOn() ? List.of(look.say("round.after.departed")) : choices();
      case WITHDRAWN -> List.of(look.say("round.after.withdrawn"));
      case EXPIRED ->
          List.of(look.say(round.lackedAGroup() ? "round.after.unseated" : "round.after.expired"));
    };
  }

  /// What the body can choose when the seats are stuck.
  private List<String> choices() {
    return List.of(
        look.say("round.after.stop"),
        look.say("round.after.undisputed"),
        look.say("round.after.departure"));
  }

  /// Where to go on after the round ended.
  public Optional<Look.Door> onwards() {
    var outcome = round.outcome();
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    return switch (outcome.get()) {
      case ADOPTED, DEADLOCKED ->
          Optional.of(new Look.Door(look.say("round.to-mandate"), look.path("/mandate")));
      case INTEGRATING ->
          look.story()
              .integratedBy(round.number())
              .map(
                  next ->
                      new Look.Door(
                          look.say("round.to-round", "number", Integer.toString(next)),
                          look.path("/rounds/" + next)));
      case WITHDRAWN, EXPIRED ->
          Optional.of(new Look.Door(look.say("round.to-rounds"), look.path("/rounds")));
    };
  }

  private boolean isDecidedOn() {
    return look.dossier().standing().grounds().stream()
        .anyMatch(ground -> ground.mandate().equals(round.mandate()));
  }

  public boolean isLate() {
    return round.isRunning() && !look.now().isBefore(round.deadline());
  }

  /// The clock, in words.
  public String clock() {
    var moment = look.when().moment(round.deadline());
    return isLate()
        ? look.say("round.clock.late", "moment", moment)
        : look.say(
            "round.clock",
            "left",
            look.when().left(look.now(), round.deadline()),
            "moment",
            moment);
  }

  /// The four steps, with the one where the round is.
  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (var phase : Phase.values()) {
      boolean current = round.isIn(phase);
      boolean done = guide().phase().filter(now -> now.compareTo(phase) <= 0).isEmpty();
      steps.add(
          new Step(
              look.frame().name(phase),
              look.say(current ? "round.step.now" : done ? "round.step.done" : "round.step.later"),
              done,
              current));
    }
    return steps;
  }

  public boolean isIn(Phase phase) {
    return round.isIn(phase);
  }

  /// Whether the seats can answer now.
  public boolean isOpenForAnswers() {
    return !isLate() && (isIn(Phase.DECIDING) || isIn(Phase.TESTING));
  }

  /// Whether answers were or are given.
  public boolean hasAnswers() {
    return !round.answers().isEmpty();
  }

  /// All seats, in the order of the helices.
  public List<Mark> marks() {
    var parties = look.dossier().parties();
    return parties.seats().stream()
        .filter(seat -> round.seats().contains(seat.id()))
        .map(
            seat ->
                new Mark(
                    seat.id(),
                    look.seat(seat.id()),
                    look.frame().name(seat.as()),
                    parties.helixOf(seat),
                    seat.holder().isPresent(),
                    Optional.ofNullable(round.answers().get(seat.id())).map(Given::answer)))
        .sorted(Comparator.comparing(Mark::helix))
        .toList();
  }

  /// What a seat answered, in words; silence is never shown as agreement.
  public String said(Mark mark) {
    return mark.answer()
        .map(look.frame()::name)
        .orElseGet(() -> look.say(mark.taken() ? "round.silent" : "round.silent-empty"));
  }

  /// How many seats answered, in a sentence.
  public String count() {
    return look.say(
        "round.count",
        "answered",
        Integer.toString(round.answers().size()),
        "n",
        Integer.toString(round.seats().size()));
  }

  /// The visitor's seats that take part.
  public List<Seat> mine() {
    return look.visit().seats().stream().filter(seat -> round.seats().contains(seat.id())).toList();
  }

  /// What a seat answered so far.
  public Optional<Given> given(String seat) {
    return Optional.ofNullable(round.answers().get(seat));
  }

  /// The answers with their reasons, those without a reason last; objections have cards of their
  /// own.
  public List<Card> cards() {
    return marks().stream()
        .filter(mark -> mark.answer().filter(answer -> answer != Answer.OBJECTION).isPresent())
        .map(
            mark ->
                new Card(
                    mark.seat(),
                    mark.name(),
                    mark.answer().orElseThrow(),
                    given(mark.seat()).flatMap(Given::reason).map(look::text)))
        .sorted(Comparator.comparing(card -> card.reason().isEmpty()))
        .toList();
  }

  /// The objections, each with its test.
  public List<Objection> objections() {
    return round.objectors().stream().map(seat -> new Objection(look, round, seat)).toList();
  }

  /// The seats whose objection stands.
  List<String> upheld() {
    return round.objectors().stream()
        .filter(seat -> round.isUpheld(seat, look.dossier().citizenSeats()))
        .toList();
  }

  /// The one thing that this visitor can do now.
  public Optional<Look.Door> next() {
    return new NextStep(this).find();
  }

  /// What the guide of the round can do.
  public Guide guide() {
    return new Guide(this);
  }

  /// Whether the visitor may give a command, and the round has not ended.
  public boolean may(Class<? extends Command> command) {
    return round.isRunning() && look.visit().may(command);
  }
}
