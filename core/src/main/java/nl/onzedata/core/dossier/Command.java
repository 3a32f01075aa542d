package nl.onzedata.core.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.ChallengeAct.ChallengeKind;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Charter;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RunAct;

/// Something that someone wants done. What may be done by whom is told by [Permissions], what may
/// be done when by [Desk].
public sealed interface Command {
  record FoundAuthority(Phrase name, Phrase kind) implements Command {}

  record OpenProject(Phrase title, Phrase summary, Form form) implements Command {}

  record PublishCharter(Charter charter) implements Command {}

  record ReachStage(Stage stage) implements Command {}

  record GiveRole(Pseudonym who, Role role) implements Command {}

  record EndRole(Pseudonym who, Role role) implements Command {}

  record NameGroup(String group, Phrase name, Phrase why, boolean inData) implements Command {}

  record ReportGroup(String text) implements Command {}

  record AnswerReport(String report, boolean accepted, Phrase reason) implements Command {}

  record AddDataset(String dataset, String contract) implements Command {}

  record LandSnapshot(
      String dataset, String snapshot, LocalDate referenceDate, boolean twin, Commitment digest)
      implements Command {}

  /// Tells that a list of who objected came in; the list itself is with the data.
  record SupplyObjections(
      String dataset, String purpose, int version, String list, Commitment digest)
      implements Command {}

  record ProposeArtefact(
      ArtefactKind kind, String artefact, int basedOn, Phrase title, String definition)
      implements Command {}

  record JoinParty(String party, Helix helix, Phrase name, Phrase interest) implements Command {}

  record SayNoParty(Helix helix, Phrase reason) implements Command {}

  record OfferSeat(String seat, String party, Optional<String> group, Representation as)
      implements Command {}

  /// Invites someone to an empty seat, which nobody else can take.
  record InviteToSeat(String seat, Pseudonym who) implements Command {}

  /// Makes codes that invite to a seat, give a role, or let people vote as code holder.
  record IssueInvitations(
      String batch, Role role, Optional<String> seat, int count, LocalDate until)
      implements Command {}

  record WithdrawInvitations(String batch) implements Command {}

  /// Comes in with a code of a batch; the page where one signs in gives it, after it saw the code.
  record AcceptInvitation(String batch) implements Command {}

  record TakeSeat(String seat) implements Command {}

  record LeaveSeat(String seat) implements Command {}

  record OpenConversation(Phrase about) implements Command {}

  record ProposeStatement(String text) implements Command {}

  record AdmitStatement(String statement) implements Command {}

  record DeclineStatement(String statement, Phrase reason) implements Command {}

  /// Enters for someone what they wrote or said: it stands under their own name here, with who
  /// entered it, by which road it came, and from which form.
  ///
  /// @param as in which role they take part
  record EnterFor(Pseudonym person, Role as, Channel channel, String form, Command what)
      implements Command {
    /// The roads by which something comes that someone else enters.
    public static boolean isElsewhere(Channel channel) {
      return channel == Channel.PAPER || channel == Channel.PHONE || channel == Channel.MEETING;
    }

    /// Whether it can be the reference of a form: a number of the municipality's own, no name.
    public static boolean isForm(String reference) {
      return reference.matches("[A-Za-z]{0,8}[-/.]?[0-9][0-9A-Za-z/.-]{0,30}");
    }

    /// Who does what is entered: the person, through whoever enters it.
    Actor actor(Actor entering) {
      return new Actor(
          person,
          as,
          channel,
          Optional.of(new Actor.Proxy(entering.who(), form.isBlank() ? "?" : form)));
    }
  }

  record SealBatch(String what, long from, long until, String digest) implements Command {}

  /// Puts a mandate before all seats.
  ///
  /// @param challenges that the round decides on
  record OpenRound(
      String mandate,
      List<String> artefacts,
      Instant deadline,
      Optional<Integer> integrates,
      List<String> challenges)
      implements Command {
    public OpenRound {
      artefacts = List.copyOf(artefacts);
      challenges = List.copyOf(challenges);
    }

    /// About no challenge.
    public OpenRound(
        String mandate, List<String> artefacts, Instant deadline, Optional<Integer> integrates) {
      this(mandate, artefacts, deadline, integrates, List.of());
    }
  }

  record AskQuestion(String seat, String text) implements Command {}

  record AnswerQuestion(String question, String text) implements Command {}

  record React(String seat, String text) implements Command {}

  record NextPhase() implements Command {}

  record GiveAnswer(String seat, Answer answer, String reason, String harm) implements Command {}

  record TestObjection(String objector, String tester, boolean upheld, String reason)
      implements Command {}

  /// Ends the round; how it ends follows from the answers and the clock.
  record CloseRound() implements Command {}

  /// Takes the objections into a new proposal: this round ends, a new one can be opened.
  record IntegrateRound() implements Command {}

  record WithdrawRound() implements Command {}

  record PutInForce(Phrase body, String decision, LocalDate date, Phrase advice)
      implements Command {}

  record Depart(
      String mandate,
      Phrase body,
      String decision,
      Phrase law,
      List<Phrase> reasons,
      Phrase notified,
      boolean urgent,
      Instant until)
      implements Command {}

  /// Says that a condition of the mandate in force was met.
  record MeetCondition(String clause, Phrase text) implements Command {}

  record EndMandate(Phrase reason) implements Command {}

  record RecordRun(RunAct run) implements Command {}

  record FileChallenge(
      String artefact, ChallengeKind kind, String reason, Optional<String> definition)
      implements Command {}

  record SupportChallenge(String challenge) implements Command {}

  record AssessChallenge(String challenge, boolean admissible, Phrase reason) implements Command {}

  record RecordSideBySide(String challenge, String hash) implements Command {}

  record DecideChallenge(String challenge, boolean adopted, Optional<Integer> round, Phrase reason)
      implements Command {}
}
