package nl.onzedata.core.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.onzedata.core.challenge.Challenges;
import nl.onzedata.core.challenge.Challenges.Challenge;
import nl.onzedata.core.deliberation.Conversation;
import nl.onzedata.core.journal.Act;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.journal.AuthorityAct;
import nl.onzedata.core.journal.ChallengeAct;
import nl.onzedata.core.journal.ConversationAct;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.MandateAct;
import nl.onzedata.core.journal.PartyAct;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.ProjectAct;
import nl.onzedata.core.journal.RoundAct;
import nl.onzedata.core.journal.RunAct;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.party.Parties;
import nl.onzedata.core.project.Project;
import nl.onzedata.core.round.ConsentRound;
import nl.onzedata.core.round.Standing;

/// All that is known of one project, as its acts say it. Immutable; the fold of its acts.
///
/// @param founded the authority's founding, in the authority's own stream only
/// @param rounds consent rounds, oldest first
/// @param releases what was published, oldest first
/// @param refusals runs that were refused, oldest first
/// @param sequence of the last act, 0 before the first
public record Dossier(
    StreamId stream,
    Optional<AuthorityAct.AuthorityFounded> founded,
    Project project,
    Parties parties,
    Conversation conversation,
    List<ConsentRound> rounds,
    Standing standing,
    List<Release> releases,
    List<RunAct> refusals,
    Challenges challenges,
    long sequence) {

  public Dossier {
    rounds = List.copyOf(rounds);
    releases = List.copyOf(releases);
    refusals = List.copyOf(refusals);
  }

  /// A publication, and where its act stands.
  public record Release(RunAct.ReleasePublished act, Entry entry) {}

  /// Before any act of the stream.
  public static Dossier before(StreamId stream) {
    return new Dossier(
        stream,
        Optional.empty(),
        Project.NONE,
        Parties.NONE,
        Conversation.NONE,
        List.of(),
        Standing.NONE,
        List.of(),
        List.of(),
        Challenges.NONE,
        0);
  }

  /// The dossier after all of these acts of its stream.
  public Dossier after(List<Entry> entries) {
    var dossier = this;
    for (var entry : entries) {
      dossier = dossier.apply(ActCodec.read(entry), entry);
    }
    return dossier;
  }

  /// The dossier after one more act.
  public Dossier apply(Act act, Entry entry) {
    if (!entry.stream().equals(stream) || entry.sequence() != sequence + 1) {
      throw new IllegalStateException(
          "act %d of %s cannot follow act %d of %s"
              .formatted(entry.sequence(), entry.stream(), sequence, stream));
    }
    var by = entry.actor().who();
    return switch (act) {
      case AuthorityAct.AuthorityFounded first ->
          new Dossier(
              stream,
              Optional.of(first),
              project,
              parties,
              conversation,
              rounds,
              standing,
              releases,
              refusals,
              challenges,
              entry.sequence());
      case ProjectAct did -> with(entry, project.apply(did, entry.time()), parties, conversation);
      case PartyAct did -> with(entry, project, parties.apply(did), conversation);
      case ConversationAct did ->
          with(entry, project, parties, conversation.apply(did, by, entry.position()));
      case RoundAct did -> with(entry, after(did), standing);
      case MandateAct did -> with(entry, rounds, standing.apply(did, entry.time()));
      case RunAct did -> with(entry, did);
      case ChallengeAct did ->
          new Dossier(
              stream,
              founded,
              project,
              parties,
              conversation,
              rounds,
              standing,
              releases,
              refusals,
              challenges.apply(did, by, rounds.size(), project.artefacts().size()),
              entry.sequence());
    };
  }

  /// Whether there is such a project.
  public boolean exists() {
    return project.opened().isPresent();
  }

  /// The round that runs now.
  public Optional<ConsentRound> running() {
    return rounds.stream().filter(ConsentRound::isRunning).findFirst();
  }

  /// The round with that number.
  public Optional<ConsentRound> round(int number) {
    return number < 1 || number > rounds.size()
        ? Optional.empty()
        : Optional.of(rounds.get(number - 1));
  }

  /// Whether a round decided on a challenge. It was opened after the challenge was filed; and
  /// either the seats had the challenger's own definition before them, or it was opened to decide
  /// on this challenge. A round about a better definition then holds a version that was proposed
  /// since.
  public boolean isAbout(Challenge challenge, ConsentRound round) {
    if (round.number() <= challenge.roundsBefore()) {
      return false;
    }
    boolean tabled = challenge.tabled().contains(round.number());
    return switch (challenge.kind()) {
      case OTHER_STEWARD, STOP -> tabled;
      case BETTER_DEFINITION -> {
        var versions = project.artefacts();
        yield IntStream.range(0, versions.size())
            .filter(i -> versions.get(i).id().equals(challenge.artefact()))
            .filter(i -> isPutBefore(round, versions.get(i).hash()))
            .anyMatch(
                i ->
                    (tabled && i >= challenge.versionsBefore())
                        || challenge
                            .definition()
                            .filter(text -> isSame(text, versions.get(i).definition()))
                            .isPresent());
      }
    };
  }

  private static boolean isPutBefore(ConsentRound round, String hash) {
    return round.mandate().equals(hash) || round.artefacts().contains(hash);
  }

  private static boolean isSame(String one, String other) {
    return one.strip().lines().toList().equals(other.strip().lines().toList());
  }

  /// The seats of citizens and of affected groups.
  public Set<String> citizenSeats() {
    var seats = new TreeSet<String>();
    parties.seats().stream()
        .filter(seat -> seat.group().isPresent() || parties.helixOf(seat) == Helix.CITIZENS)
        .forEach(seat -> seats.add(seat.id()));
    return seats;
  }

  private List<ConsentRound> after(RoundAct act) {
    var all = new ArrayList<>(rounds);
    switch (act) {
      case RoundAct.RoundOpened opened -> {
        var seats = new TreeSet<String>();
        parties.seats().forEach(seat -> seats.add(seat.id()));
        all.add(ConsentRound.open(opened, seats, opened.integrates().flatMap(this::round)));
      }
      case RoundAct.QuestionAsked did -> apply(all, did.round(), did);
      case RoundAct.QuestionAnswered did -> apply(all, did.round(), did);
      case RoundAct.Reacted did -> apply(all, did.round(), did);
      case RoundAct.PhaseReached did -> apply(all, did.round(), did);
      case RoundAct.Answered did -> apply(all, did.round(), did);
      case RoundAct.ObjectionTested did -> apply(all, did.round(), did);
      case RoundAct.RoundClosed did ->
          all.set(did.round() - 1, all.get(did.round() - 1).closed(did.outcome(), unseated()));
    }
    return all;
  }

  /// The affected groups for which nobody sits now.
  List<String> unseated() {
    return parties.missing(project).stream().map(Project.Group::id).toList();
  }

  private static void apply(List<ConsentRound> all, int number, RoundAct act) {
    all.set(number - 1, all.get(number - 1).apply(act));
  }

  private Dossier with(
      Entry entry, Project newProject, Parties newParties, Conversation newConversation) {
    return new Dossier(
        stream,
        founded,
        newProject,
        newParties,
        newConversation,
        rounds,
        standing,
        releases,
        refusals,
        challenges,
        entry.sequence());
  }

  private Dossier with(Entry entry, List<ConsentRound> newRounds, Standing newStanding) {
    return new Dossier(
        stream,
        founded,
        project,
        parties,
        conversation,
        newRounds,
        newStanding,
        releases,
        refusals,
        challenges,
        entry.sequence());
  }

  private Dossier with(Entry entry, RunAct did) {
    var published = new ArrayList<>(releases);
    var refused = new ArrayList<>(refusals);
    switch (did) {
      case RunAct.ReleasePublished release -> published.add(new Release(release, entry));
      case RunAct.RunRefused refusal -> refused.add(refusal);
      case RunAct.ReleaseWithheld withheld -> refused.add(withheld);
    }
    return new Dossier(
        stream,
        founded,
        project,
        parties,
        conversation,
        rounds,
        standing,
        published,
        refused,
        challenges,
        entry.sequence());
  }
}
