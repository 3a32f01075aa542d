package nl.onzedata.core.challenge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.onzedata.core.journal.ChallengeAct;
import nl.onzedata.core.journal.ChallengeAct.ChallengeKind;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.Pseudonym;

/// The challenges of a project, in the order they were filed. Immutable.
public record Challenges(List<Challenge> all) {
  /// Before there was any.
  public static final Challenges NONE = new Challenges(List.of());

  public Challenges {
    all = List.copyOf(all);
  }

  /// One challenge.
  ///
  /// @param definition the alternative, for a better definition
  /// @param assessed whether it is admissible, and why
  /// @param sideBySide digest of the last comparison on the twin
  /// @param roundsBefore how many rounds there were when it was filed
  /// @param versionsBefore how many artefact versions there were when it was filed
  /// @param tabled the rounds that were opened to decide on it
  public record Challenge(
      String id,
      String artefact,
      ChallengeKind kind,
      Pseudonym by,
      Commitment reason,
      Optional<String> definition,
      Set<Pseudonym> supporters,
      Optional<Assessment> assessed,
      Optional<String> sideBySide,
      Optional<Verdict> decided,
      int roundsBefore,
      int versionsBefore,
      Set<Integer> tabled) {
    public Challenge {
      supporters = Set.copyOf(supporters);
      tabled = Set.copyOf(tabled);
    }

    private Challenge with(Set<Integer> rounds) {
      return new Challenge(
          id,
          artefact,
          kind,
          by,
          reason,
          definition,
          supporters,
          assessed,
          sideBySide,
          decided,
          roundsBefore,
          versionsBefore,
          rounds);
    }
  }

  /// Whether a challenge meets the criteria.
  public record Assessment(boolean admissible, Phrase reason) {}

  /// What became of a challenge.
  public record Verdict(boolean adopted, Optional<Integer> round, Phrase reason) {}

  /// The challenges after one more act.
  ///
  /// @param rounds how many rounds there were before it
  /// @param versions how many artefact versions there were before it
  public Challenges apply(ChallengeAct act, Pseudonym by, int rounds, int versions) {
    return switch (act) {
      case ChallengeAct.ChallengeFiled(
              var id,
              var artefact,
              var kind,
              var reason,
              var definition) -> {
        var more = new ArrayList<>(all);
        more.add(
            new Challenge(
                id,
                artefact,
                kind,
                by,
                reason,
                definition,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rounds,
                versions,
                Set.of()));
        yield new Challenges(more);
      }
      case ChallengeAct.ChallengeTabled(var id, var round) ->
          with(
              id,
              c -> {
                var all = new LinkedHashSet<>(c.tabled());
                all.add(round);
                return c.with(all);
              });
      case ChallengeAct.ChallengeSupported(var id, var who) -> {
        var supporters = new LinkedHashSet<>(find(id).map(Challenge::supporters).orElse(Set.of()));
        supporters.add(who);
        yield with(id, c -> change(c, supporters, c.assessed(), c.sideBySide(), c.decided()));
      }
      case ChallengeAct.ChallengeAssessed(var id, var admissible, var reason) ->
          with(
              id,
              c ->
                  change(
                      c,
                      c.supporters(),
                      Optional.of(new Assessment(admissible, reason)),
                      c.sideBySide(),
                      c.decided()));
      case ChallengeAct.RanSideBySide(var id, var hash) ->
          with(id, c -> change(c, c.supporters(), c.assessed(), Optional.of(hash), c.decided()));
      case ChallengeAct.ChallengeDecided(var id, var adopted, var round, var reason) ->
          with(
              id,
              c ->
                  change(
                      c,
                      c.supporters(),
                      c.assessed(),
                      c.sideBySide(),
                      Optional.of(new Verdict(adopted, round, reason))));
    };
  }

  /// The challenge with that id.
  public Optional<Challenge> find(String id) {
    return all.stream().filter(challenge -> challenge.id().equals(id)).findFirst();
  }

  private Challenges with(String id, UnaryOperator<Challenge> change) {
    return new Challenges(
        all.stream()
            .map(challenge -> challenge.id().equals(id) ? change.apply(challenge) : challenge)
            .toList());
  }

  private static Challenge change(
      Challenge of,
      Set<Pseudonym> supporters,
      Optional<Assessment> assessed,
      Optional<String> sideBySide,
      Optional<Verdict> decided) {
    return new Challenge(
        of.id(),
        of.artefact(),
        of.kind(),
        of.by(),
        of.reason(),
        of.definition(),
        supporters,
        assessed,
        sideBySide,
        decided,
        of.roundsBefore(),
        of.versionsBefore(),
        of.tabled());
  }
}
