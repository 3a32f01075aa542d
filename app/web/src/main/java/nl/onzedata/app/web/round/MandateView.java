package nl.onzedata.app.web.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Due;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.round.ConsentRound;
import nl.onzedata.core.round.Standing.Ground;

/// A version of the mandate as its page tells it, and what the competent body can do. Used by one
/// thread.
public final class MandateView {
  private final Look look;
  private final Optional<Artefact> shown;

  /// @param version to show, as its digest; by default what holds, or else was adopted, proposed
  MandateView(Look look, Optional<String> version) {
    this.look = look;
    this.shown =
        version
            .flatMap(look.dossier().project()::artefact)
            .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
            .or(() -> held().flatMap(look.dossier().project()::artefact))
            .or(() -> versions().stream().findFirst());
  }

  /// Whether the version that is shown holds, and until when.
  public enum Standing {
    PROPOSED,
    ADOPTED,
    AHEAD,
    IN_FORCE,
    IMPOSED,
    REPLACED,
    EXPIRED,
    ENDED
  }

  /// What the parties of a helix said to it.
  ///
  /// @param mark `given`, `silent` while not all answered, or `against` if an objection stands
  public record Consent(Helix helix, String mark, String said) {}

  /// A figure that may be made under it.
  public record Figure(String name, String hash, boolean published) {}

  private Optional<String> held() {
    var grounds = look.dossier().standing().grounds();
    return look.dossier()
        .standing()
        .now(look.now())
        .map(Ground::mandate)
        .or(
            () ->
                look.dossier().rounds().reversed().stream()
                    .filter(round -> round.outcome().equals(Optional.of(Outcome.ADOPTED)))
                    .map(ConsentRound::mandate)
                    .findFirst())
        .or(() -> grounds.isEmpty() ? Optional.empty() : Optional.of(grounds.getLast().mandate()));
  }

  public Look look() {
    return look;
  }

  /// The version that is shown; nothing if none was proposed.
  public Optional<Artefact> shown() {
    return shown;
  }

  /// All versions, the newest first.
  public List<Artefact> versions() {
    return look.dossier().project().artefacts().reversed().stream()
        .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
        .toList();
  }

  /// What the version says; nothing if it cannot be read as a mandate.
  public Optional<Mandate> mandate() {
    return shown.map(Artefact::definition).flatMap(MandateText::read);
  }

  /// The last ground of the version that is shown.
  public Optional<Ground> ground() {
    return shown.flatMap(
        version ->
            look.dossier().standing().grounds().reversed().stream()
                .filter(ground -> ground.mandate().equals(version.hash()))
                .findFirst());
  }

  /// How the version stands today.
  public Standing standing() {
    var ground = ground();
    if (ground.isEmpty()) {
      return round().flatMap(ConsentRound::outcome).filter(Outcome.ADOPTED::equals).isPresent()
          ? Standing.ADOPTED
          : Standing.PROPOSED;
    }
    if (ground.get().ended().isPresent()) {
      return Standing.ENDED;
    }
    if (!ground.get().holds(look.now()) || period().filter(PeriodBar::isOver).isPresent()) {
      return Standing.EXPIRED;
    }
    if (!look.dossier().standing().now(look.now()).equals(ground)) {
      return Standing.REPLACED;
    }
    if (ground.get() instanceof Ground.Imposed) {
      return Standing.IMPOSED;
    }
    return period().filter(PeriodBar::isAhead).isPresent() ? Standing.AHEAD : Standing.IN_FORCE;
  }

  /// How it stands, in a sentence.
  public String stands() {
    return switch (standing()) {
      case PROPOSED -> look.say("round.stands.proposed");
      case ADOPTED -> look.say("round.stands.adopted");
      case AHEAD -> look.say("round.stands.ahead", "from", period().map(this::first).orElseThrow());
      case IN_FORCE -> period().map(this::left).orElseGet(() -> look.say("round.stands.in-force"));
      case IMPOSED -> look.say("round.stands.imposed", "until", lastDay());
      case REPLACED -> look.say("round.stands.replaced");
      case EXPIRED -> look.say("round.stands.expired", "until", lastDay());
      case ENDED ->
          look.say(
              "round.stands.ended",
              "day",
              look.story().ended(shown.orElseThrow().hash()).map(look.when()::day).orElse("?"),
              "reason",
              ground().flatMap(Ground::ended).map(look.frame()::say).orElseThrow());
    };
  }

  private String first(PeriodBar period) {
    return look.when().day(period.from());
  }

  private String left(PeriodBar period) {
    return look.say(
        "round.stands.left",
        "until",
        look.when().day(period.until()),
        "n",
        Long.toString(period.daysLeft()));
  }

  private String lastDay() {
    var departed =
        ground().flatMap(Look::imposed).map(imposed -> look.when().lastDay(imposed.until()));
    return departed.or(() -> period().map(period -> look.when().day(period.until()))).orElse("?");
  }

  /// Its period, with today.
  public Optional<PeriodBar> period() {
    return mandate()
        .map(
            mandate ->
                new PeriodBar(
                    mandate.from(), mandate.until(), LocalDate.ofInstant(look.now(), When.HERE)));
  }

  /// The period in words: what the bar shows.
  public String periodSaid() {
    var period = period().orElseThrow();
    return look.say(
        "round.period",
        "from",
        look.when().day(period.from()),
        "until",
        look.when().day(period.until()),
        "today",
        look.when().day(period.today()));
  }

  /// How a round about this version went, in words.
  public String howItWent(ConsentRound about) {
    return look.say(
        about.lackedAGroup()
            ? "round.consent.unseated"
            : "round.consent." + about.outcome().map(Enum::name).orElse("running"));
  }

  /// The conditions of this version while it holds, with the day before which each must be met.
  public List<Due> dues() {
    return look.dossier()
        .standing()
        .now(look.now())
        .filter(ground -> shown.filter(s -> s.hash().equals(ground.mandate())).isPresent())
        .map(ground -> Due.of(look.dossier(), ground))
        .orElse(List.of());
  }

  /// When a condition must be met, or should have been.
  public String said(Due due) {
    return look.say(
        due.isOverdue(look.now()) ? "round.due.overdue" : "round.due.before",
        "to",
        due.condition().to(),
        "day",
        day(due.before()));
  }

  /// How a condition was met last.
  public Optional<String> met(Due due) {
    return due.last()
        .map(
            met ->
                look.say(
                    "round.due.met",
                    "day",
                    look.when().day(met.when()),
                    "text",
                    look.frame().say(met.text())));
  }

  /// Whether the visitor can say that a condition was met.
  public boolean mayMeet() {
    return look.visit().may(Command.MeetCondition.class);
  }

  /// The last round that decided on this version.
  public Optional<ConsentRound> round() {
    return shown.flatMap(
        version ->
            look.dossier().rounds().reversed().stream()
                .filter(round -> round.mandate().equals(version.hash()))
                .findFirst());
  }

  /// What each helix said, in that round.
  public List<Consent> consents() {
    var consents = new ArrayList<Consent>();
    round()
        .ifPresent(
            round -> {
              var view = new RoundView(look, round);
              for (var helix : Helix.values()) {
                var marks = view.marks().stream().filter(mark -> mark.helix() == helix).toList();
                var said =
                    marks.isEmpty()
                        ? look.say("round.no-party") + " " + why(helix)
                        : look.list(
                            marks.stream()
                                .map(
                                    mark ->
                                        look.say(
                                            "round.consent.said",
                                            "seat",
                                            mark.name(),
                                            "answer",
                                            view.said(mark)))
                                .toList());
                consents.add(new Consent(helix, mark(view, marks), said));
              }
            });
    return consents;
  }

  private static String mark(RoundView view, List<RoundView.Mark> marks) {
    var upheld = view.upheld();
    if (marks.stream().anyMatch(mark -> upheld.contains(mark.seat()))) {
      return "against";
    }
    boolean all = marks.stream().allMatch(mark -> mark.answer().isPresent());
    return !marks.isEmpty() && all ? "given" : "silent";
  }

  private String why(Helix helix) {
    var none = look.dossier().parties().none().get(helix);
    return none == null ? look.say("round.no-reason") : look.frame().say(none);
  }

  /// Which figures run on it.
  public List<Figure> figures() {
    var published =
        look.dossier().releases().stream()
            .filter(release -> release.act().mandate().equals(shown.orElseThrow().hash()))
            .flatMap(release -> release.act().artefacts().stream())
            .toList();
    return MandateText.named(shown.orElseThrow().definition()).stream()
        .map(hash -> new Figure(look.artefact(hash), hash, published.contains(hash)))
        .toList();
  }

  /// A day in words.
  public String day(LocalDate day) {
    return look.when().day(day);
  }

  /// The version before this one.
  public Optional<Artefact> before(Artefact version) {
    return versions().stream()
        .filter(
            other -> other.id().equals(version.id()) && other.version() == version.version() - 1)
        .findFirst();
  }

  /// What it allows and forbids; nothing if it cannot be read as a mandate.
  public Optional<PlainWords.Card> card() {
    return shown.flatMap(look.words()::card);
  }

  /// What the body can do now.
  public BodyView body() {
    return new BodyView(look);
  }

  /// Whether the visitor speaks for the competent body.
  public boolean isBody() {
    return look.visit().may(Command.PutInForce.class);
  }
}
