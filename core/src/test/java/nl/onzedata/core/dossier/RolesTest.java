package nl.onzedata.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.ChallengeAct.ChallengeKind;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Charter;
import nl.onzedata.core.journal.ProjectAct.Claim;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RunAct;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Message;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RolesTest {
  private static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("scheefwonen"));
  private static final Instant NOW = Instant.parse("2027-01-10T10:00:00Z");
  private static final Phrase TEXT = Phrase.of("tekst", "text");
  private static final Pseudonym LEAD = new Pseudonym("llllllllllllllll");
  private static final Pseudonym SOMEONE = new Pseudonym("ssssssssssssssss");
  private static final List<String> ABOUT_ROLE =
      List.of("refusal.role", "refusal.role-not-given-to-you");

  private final Desk desk = new Desk(new MemoryJournal(), () -> NOW, new SecureRandom());

  private Desk.Outcome does(Pseudonym who, Role as, Command command) {
    return desk.does(PROJECT, command, Actor.onTheWeb(who, as));
  }

  private static List<String> reasons(Desk.Outcome outcome) {
    return outcome instanceof Desk.Outcome.Refused(var reasons)
        ? reasons.stream().map(Message::code).toList()
        : List.of();
  }

  private void openProject() {
    does(LEAD, Role.PROJECT_LEAD, new Command.OpenProject(TEXT, TEXT, Form.LIVING_LAB));
  }

  private void give(Pseudonym who, Role role) {
    assertThat(does(who, Role.CLERK, new Command.GiveRole(who, role)))
        .isInstanceOf(Desk.Outcome.Done.class);
  }

  /// A cell per role and command: someone who holds the role is refused for it exactly where the
  /// table has no mark, whatever else stands in the way.
  @TestFactory
  Stream<DynamicTest> everyCellOfTheTable() {
    var cells = new ArrayList<DynamicTest>();
    commands()
        .forEach(
            (name, command) ->
                Stream.of(Role.values())
                    .forEach(
                        role ->
                            cells.add(
                                DynamicTest.dynamicTest(
                                    "%s as %s".formatted(name, role), () -> cell(command, role)))));
    return cells.stream();
  }

  private static void cell(Command command, Role role) {
    var test = new RolesTest();
    test.openProject();
    if (Permissions.GIVEN_IN_PROJECT.contains(role)) {
      test.give(SOMEONE, role);
    }
    var about = new ArrayList<>(reasons(test.does(SOMEONE, role, command)));
    about.retainAll(ABOUT_ROLE);
    assertThat(about)
        .isEqualTo(
            Permissions.allows(role, command.getClass()) ? List.of() : List.of("refusal.role"));
  }

  @Test
  void everyCommandHasItsCells() {
    assertThat(commands().keySet()).isEqualTo(Permissions.commands().keySet());
  }

  @Test
  void whoOnlySaysThatTheyLeadAProjectIsRefused() {
    openProject();
    assertThat(reasons(does(SOMEONE, Role.PROJECT_LEAD, new Command.ReachStage(Stage.DESIGN))))
        .containsExactly("refusal.role-not-given-to-you");
  }

  @Test
  void whoOpensAProjectLeadsIt() {
    openProject();
    assertThat(desk.dossier(PROJECT).project().rolesOf(LEAD)).containsExactly(Role.PROJECT_LEAD);
    assertThat(does(LEAD, Role.PROJECT_LEAD, new Command.ReachStage(Stage.DESIGN)))
        .isInstanceOf(Desk.Outcome.Done.class);
  }

  @Test
  void aRoleThatEndedGivesNothingAnyMore() {
    openProject();
    give(SOMEONE, Role.MODERATOR);
    does(SOMEONE, Role.CLERK, new Command.EndRole(SOMEONE, Role.MODERATOR));
    assertThat(reasons(does(SOMEONE, Role.MODERATOR, new Command.AdmitStatement("s1"))))
        .contains("refusal.role-not-given-to-you");
  }

  @Test
  void theDocumentShowsTheTable() throws IOException {
    var documented =
        Files.readAllLines(document()).stream().filter(line -> line.startsWith("|")).toList();
    assertThat(documented).isEqualTo(table());
  }

  private static Path document() {
    var here = Path.of("").toAbsolutePath();
    return (Files.exists(here.resolve("docs")) ? here : here.getParent())
        .resolve("docs")
        .resolve("roles.md");
  }

  private static List<String> table() {
    var lines = new ArrayList<String>();
    lines.add(
        Stream.of(Role.values())
            .map(role -> role.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(" | ", "| command | ", " |")));
    lines.add("| --- |" + " :-: |".repeat(Role.values().length));
    Permissions.commands()
        .forEach(
            (name, command) ->
                lines.add(
                    Stream.of(Role.values())
                        .map(role -> Permissions.allows(role, command) ? "x" : " ")
                        .collect(Collectors.joining(" | ", "| `" + name + "` | ", " |"))));
    return lines;
  }

  private static Map<String, Command> commands() {
    var commitment = kept();
    return Stream.of(
            new Command.FoundAuthority(TEXT, TEXT),
            new Command.OpenProject(TEXT, TEXT, Form.LIVING_LAB),
            new Command.PublishCharter(charter()),
            new Command.ReachStage(Stage.DESIGN),
            new Command.GiveRole(LEAD, Role.ANALYST),
            new Command.EndRole(LEAD, Role.PROJECT_LEAD),
            new Command.NameGroup("huurders", TEXT, TEXT, true),
            new Command.ReportGroup("daklozen"),
            new Command.AnswerReport("report-1", true, TEXT),
            new Command.AddDataset("leiden/woning", "contract"),
            new Command.LandSnapshot(
                "leiden/woning", "1", LocalDate.of(2026, 1, 1), true, commitment),
            new Command.SupplyObjections(
                "leiden/woning", "dpv:PublicPolicyMaking", 1, "o1", commitment),
            new Command.ProposeArtefact(ArtefactKind.MANDATE, "afspraak", 0, TEXT, "x"),
            new Command.JoinParty("bond", Helix.CITIZENS, TEXT, TEXT),
            new Command.SayNoParty(Helix.MARKET, TEXT),
            new Command.OfferSeat("bond", "bond", Optional.empty(), Representation.SELF),
            new Command.InviteToSeat("bond", SOMEONE),
            new Command.IssueInvitations(
                "brief", Role.CODE_HOLDER, Optional.empty(), 10, LocalDate.of(2027, 2, 1)),
            new Command.WithdrawInvitations("brief"),
            new Command.AcceptInvitation("brief"),
            new Command.TakeSeat("bond"),
            new Command.LeaveSeat("bond"),
            new Command.OpenConversation(TEXT),
            new Command.ProposeStatement("stelling"),
            new Command.AdmitStatement("s1"),
            new Command.DeclineStatement("s1", TEXT),
            new Command.EnterFor(
                LEAD,
                Role.CODE_HOLDER,
                Channel.PAPER,
                "2027-1",
                new Command.ProposeStatement("stelling")),
            new Command.SealBatch("votes", 1, 2, "digest"),
            new Command.OpenRound("sha256:0", List.of(), NOW.plusSeconds(60), Optional.empty()),
            new Command.AskQuestion("bond", "?"),
            new Command.AnswerQuestion("q1", "!"),
            new Command.React("bond", "tja"),
            new Command.NextPhase(),
            new Command.GiveAnswer("bond", Answer.CONSENT, "", ""),
            new Command.TestObjection("bond", "stad", true, "ja"),
            new Command.CloseRound(),
            new Command.IntegrateRound(),
            new Command.WithdrawRound(),
            new Command.PutInForce(TEXT, "1", LocalDate.of(2027, 1, 1), TEXT),
            new Command.Depart(
                "sha256:0", TEXT, "1", TEXT, List.of(TEXT), TEXT, true, NOW.plusSeconds(60)),
            new Command.MeetCondition("conditions/0", TEXT),
            new Command.EndMandate(TEXT),
            new Command.RecordRun(new RunAct.RunRefused(List.of(), List.of("USE"))),
            new Command.FileChallenge("a", ChallengeKind.STOP, "omdat", Optional.empty()),
            new Command.SupportChallenge("challenge-1"),
            new Command.AssessChallenge("challenge-1", true, TEXT),
            new Command.RecordSideBySide("challenge-1", "sha256:0"),
            new Command.DecideChallenge("challenge-1", false, Optional.empty(), TEXT))
        .collect(Collectors.toMap(command -> command.getClass().getSimpleName(), c -> c));
  }

  private static Commitment kept() {
    return KeptText.of("x", new SecureRandom()).commitment();
  }

  private static Charter charter() {
    var claim = new Claim(TEXT, TEXT);
    return new Charter(
        TEXT, TEXT, List.of(), TEXT, claim, claim, TEXT, TEXT, List.of(), List.of(), List.of(),
        List.of(), TEXT, TEXT, List.of(), TEXT, TEXT);
  }
}
