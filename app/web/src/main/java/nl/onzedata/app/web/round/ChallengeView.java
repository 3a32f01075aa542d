package nl.onzedata.app.web.round;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.challenge.Challenges.Challenge;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.ChallengeAct.ChallengeKind;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.query.Release;
import nl.onzedata.core.round.ConsentRound;

/// A challenge as its page tells it. Used by one thread.
public final class ChallengeView {
  private final Look look;
  private final Challenge challenge;
  private final Optional<SideBySide.Comparison> comparison;
  private final boolean canCompare;

  /// @param comparison what was run for this page
  /// @param canCompare whether there is something to run with
  ChallengeView(
      Look look,
      Challenge challenge,
      Optional<SideBySide.Comparison> comparison,
      boolean canCompare) {
    this.look = look;
    this.challenge = challenge;
    this.comparison = comparison;
    this.canCompare = canCompare;
  }

  public Look look() {
    return look;
  }

  public Challenge challenge() {
    return challenge;
  }

  public String path() {
    return look.path("/challenges/" + challenge.id());
  }

  /// What is challenged: the last version of the artefact.
  public Optional<Artefact> artefact() {
    return latest(look, challenge.artefact());
  }

  /// The last version of an artefact of any kind.
  static Optional<Artefact> latest(Look look, String id) {
    return look.dossier().project().artefacts().stream()
        .filter(artefact -> artefact.id().equals(id))
        .max(Comparator.comparingInt(Artefact::version));
  }

  public String title() {
    return look.say(
        "round.challenge.title",
        "kind",
        look.say("round.challenge.short." + challenge.kind().name()),
        "artefact",
        artefact().map(a -> look.frame().say(a.title())).orElse(challenge.artefact()));
  }

  public String reason() {
    return look.text(challenge.reason());
  }

  /// Where it is, in a sentence.
  public String state() {
    if (challenge.decided().isPresent()) {
      return look.say(
          challenge.decided().get().adopted()
              ? "round.challenge.adopted"
              : "round.challenge.declined");
    }
    return look.say(
        challenge
            .assessed()
            .map(a -> a.admissible() ? "round.challenge.admitted" : "round.challenge.refused")
            .orElse("round.challenge.filed"));
  }

  /// How many people stand behind it: the challenger and all who support it.
  public String support() {
    return look.say("round.support", "n", Integer.toString(challenge.supporters().size()));
  }

  public boolean isMine() {
    return look.visit().who().filter(challenge.by()::equals).isPresent();
  }

  public boolean isSupportedByMe() {
    return look.visit().who().filter(challenge.supporters()::contains).isPresent();
  }

  private boolean isOpen() {
    return challenge.decided().isEmpty();
  }

  public boolean maySupport() {
    return isOpen()
        && !isMine()
        && !isSupportedByMe()
        && look.visit().may(Command.SupportChallenge.class);
  }

  public boolean mayAssess() {
    return isOpen()
        && challenge.assessed().isEmpty()
        && look.visit().may(Command.AssessChallenge.class);
  }

  public boolean mayDecide() {
    return isOpen()
        && challenge.assessed().filter(a -> a.admissible()).isPresent()
        && look.visit().may(Command.DecideChallenge.class);
  }

  /// Whether both versions can be run now.
  public boolean mayCompare() {
    return canCompare
        && isOpen()
        && challenge.definition().isPresent()
        && look.visit().may(Command.RecordSideBySide.class);
  }

  /// Whether it has an alternative to look at.
  public boolean hasAlternative() {
    return challenge.kind() == ChallengeKind.BETTER_DEFINITION
        && challenge.definition().isPresent();
  }

  /// What came of running both.
  public Optional<SideBySide.Comparison> comparison() {
    return comparison;
  }

  /// The figures of both, row by row.
  public List<Comparing.Row> rows(Release.Table before, Release.Table after) {
    return Comparing.rows(
        before,
        after,
        look.say("round.compared.hidden"),
        look.say("round.compared.none"),
        look::number);
  }

  /// Whether what was run now is what was recorded.
  public boolean isAsRecorded() {
    return comparison.flatMap(Comparing::digest).equals(challenge.sideBySide());
  }

  /// The rounds that were about it, oldest first.
  public List<Integer> tabled() {
    return look.dossier().rounds().stream()
        .filter(round -> look.dossier().isAbout(challenge, round))
        .map(ConsentRound::number)
        .toList();
  }

  /// The rounds that were about it and adopted it, the newest first.
  public List<Integer> rounds() {
    return look.dossier().rounds().reversed().stream()
        .filter(round -> round.outcome().equals(Optional.of(Outcome.ADOPTED)))
        .filter(round -> look.dossier().isAbout(challenge, round))
        .map(ConsentRound::number)
        .toList();
  }
}
