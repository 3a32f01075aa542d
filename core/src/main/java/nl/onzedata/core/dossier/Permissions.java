package nl.onzedata.core.dossier;

import static nl.onzedata.core.journal.Role.ANALYST;
import static nl.onzedata.core.journal.Role.CLERK;
import static nl.onzedata.core.journal.Role.CODE_HOLDER;
import static nl.onzedata.core.journal.Role.COMPETENT_BODY;
import static nl.onzedata.core.journal.Role.COUNCIL_MEMBER;
import static nl.onzedata.core.journal.Role.FACILITATOR;
import static nl.onzedata.core.journal.Role.MODERATOR;
import static nl.onzedata.core.journal.Role.OPERATOR;
import static nl.onzedata.core.journal.Role.PRIVACY_OFFICER;
import static nl.onzedata.core.journal.Role.PROJECT_LEAD;
import static nl.onzedata.core.journal.Role.SEAT_HOLDER;
import static nl.onzedata.core.journal.Role.STEWARD;
import static nl.onzedata.core.journal.Role.VISITOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.onzedata.core.journal.Role;

/// Who may do what: the one table of roles and commands (`docs/roles.md` shows it). A command that
/// is not in it may be done by nobody.
///
/// A project lead does not facilitate, moderate or judge objections; a facilitator does not answer
/// for a seat; only the competent body puts a mandate in force or departs from consent.
public final class Permissions {
  /// The roles that hold in a project only for whom an act of the project gave them.
  public static final Set<Role> GIVEN_IN_PROJECT =
      Set.copyOf(
          EnumSet.of(
              PROJECT_LEAD,
              ANALYST,
              FACILITATOR,
              MODERATOR,
              STEWARD,
              PRIVACY_OFFICER,
              COMPETENT_BODY,
              SEAT_HOLDER));

  private static final Map<String, Set<Role>> TABLE = table();

  private Permissions() {}

  /// Whether a role may give a command.
  public static boolean allows(Role role, Class<? extends Command> command) {
    return TABLE.getOrDefault(command.getSimpleName(), Set.of()).contains(role);
  }

  /// The roles that may give a command.
  public static Set<Role> of(Class<? extends Command> command) {
    return TABLE.getOrDefault(command.getSimpleName(), Set.of());
  }

  /// All commands by name.
  @SuppressWarnings("unchecked")
  public static Map<String, Class<? extends Command>> commands() {
    var commands = new TreeMap<String, Class<? extends Command>>();
    for (var command : List.of(Command.class.getPermittedSubclasses())) {
      commands.put(command.getSimpleName(), (Class<? extends Command>) command);
    }
    return commands;
  }

  private static Map<String, Set<Role>> table() {
    var table = new TreeMap<String, Set<Role>>();
    may(table, Command.FoundAuthority.class, OPERATOR);
    may(table, Command.OpenProject.class, PROJECT_LEAD);
    may(table, Command.PublishCharter.class, PROJECT_LEAD);
    may(table, Command.ReachStage.class, PROJECT_LEAD);
    may(table, Command.GiveRole.class, CLERK);
    may(table, Command.EndRole.class, CLERK);
    may(table, Command.NameGroup.class, PROJECT_LEAD);
    may(
        table,
        Command.ReportGroup.class,
        VISITOR,
        CODE_HOLDER,
        SEAT_HOLDER,
        COUNCIL_MEMBER,
        PRIVACY_OFFICER);
    may(table, Command.AnswerReport.class, PROJECT_LEAD);
    may(table, Command.AddDataset.class, PROJECT_LEAD, STEWARD);
    may(table, Command.LandSnapshot.class, PROJECT_LEAD, STEWARD);
    may(table, Command.SupplyObjections.class, STEWARD, PRIVACY_OFFICER, OPERATOR);
    may(table, Command.ProposeArtefact.class, PROJECT_LEAD, ANALYST, SEAT_HOLDER);
    may(table, Command.JoinParty.class, PROJECT_LEAD, CLERK);
    may(table, Command.SayNoParty.class, PROJECT_LEAD, CLERK);
    may(table, Command.OfferSeat.class, PROJECT_LEAD, CLERK);
    may(table, Command.InviteToSeat.class, PROJECT_LEAD, FACILITATOR, CLERK);
    may(table, Command.IssueInvitations.class, PROJECT_LEAD, FACILITATOR, CLERK);
    may(table, Command.WithdrawInvitations.class, PROJECT_LEAD, FACILITATOR, CLERK);
    may(table, Command.AcceptInvitation.class, VISITOR);
    may(table, Command.TakeSeat.class, SEAT_HOLDER);
    may(table, Command.LeaveSeat.class, SEAT_HOLDER);
    may(table, Command.OpenConversation.class, FACILITATOR);
    may(table, Command.ProposeStatement.class, CODE_HOLDER, SEAT_HOLDER, PROJECT_LEAD, FACILITATOR);
    may(table, Command.AdmitStatement.class, MODERATOR);
    may(table, Command.DeclineStatement.class, MODERATOR);
    may(table, Command.EnterFor.class, FACILITATOR, CLERK);
    may(table, Command.SealBatch.class, OPERATOR);
    may(table, Command.OpenRound.class, FACILITATOR);
    may(table, Command.AskQuestion.class, SEAT_HOLDER);
    may(table, Command.AnswerQuestion.class, PROJECT_LEAD, ANALYST);
    may(table, Command.React.class, SEAT_HOLDER);
    may(table, Command.NextPhase.class, FACILITATOR);
    may(table, Command.GiveAnswer.class, SEAT_HOLDER);
    may(table, Command.TestObjection.class, SEAT_HOLDER);
    may(table, Command.CloseRound.class, FACILITATOR);
    may(table, Command.IntegrateRound.class, FACILITATOR);
    may(table, Command.WithdrawRound.class, PROJECT_LEAD);
    may(table, Command.PutInForce.class, COMPETENT_BODY);
    may(table, Command.Depart.class, COMPETENT_BODY);
    may(table, Command.MeetCondition.class, PROJECT_LEAD, FACILITATOR);
    may(table, Command.EndMandate.class, COMPETENT_BODY);
    may(table, Command.RecordRun.class, ANALYST, PROJECT_LEAD);
    may(table, Command.FileChallenge.class, CODE_HOLDER, SEAT_HOLDER);
    may(table, Command.SupportChallenge.class, CODE_HOLDER, SEAT_HOLDER);
    may(table, Command.AssessChallenge.class, CLERK);
    may(table, Command.RecordSideBySide.class, ANALYST, CODE_HOLDER, SEAT_HOLDER);
    may(table, Command.DecideChallenge.class, COMPETENT_BODY);
    return Map.copyOf(table);
  }

  private static void may(
      Map<String, Set<Role>> table, Class<? extends Command> command, Role first, Role... more) {
    table.put(command.getSimpleName(), Set.copyOf(EnumSet.of(first, more)));
  }
}
