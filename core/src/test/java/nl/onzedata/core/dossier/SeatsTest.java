package nl.onzedata.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatsTest {
  private static final StreamId PROJECT =
      StreamId.of(new AuthorityId("leiden"), new ProjectId("scheefwonen"));
  private static final Phrase TEXT = Phrase.of("tekst", "text");
  private static final LocalDate UNTIL = LocalDate.of(2027, 2, 1);
  private static final Pseudonym LEAD = who('l');
  private static final Pseudonym CLERK = who('c');
  private static final Pseudonym GUIDE = who('g');
  private static final Pseudonym TENANT = who('h');
  private static final Pseudonym OTHER = who('o');

  private Instant now = Instant.parse("2027-01-10T10:00:00Z");
  private final Desk desk = new Desk(new MemoryJournal(), () -> now, new SecureRandom());

  private static Pseudonym who(char letter) {
    return new Pseudonym(String.valueOf(letter).repeat(16));
  }

  private List<String> does(Pseudonym who, Role as, Command command) {
    return desk.does(PROJECT, command, Actor.onTheWeb(who, as))
            instanceof Desk.Outcome.Refused(var reasons)
        ? reasons.stream().map(Message::code).toList()
        : List.of();
  }

  private void done(Pseudonym who, Role as, Command command) {
    assertThat(does(who, as, command)).isEmpty();
  }

  private Optional<Pseudonym> holder() {
    return desk.dossier(PROJECT).parties().seat("bond").orElseThrow().holder();
  }

  @BeforeEach
  void anEmptySeat() {
    done(LEAD, Role.PROJECT_LEAD, new Command.OpenProject(TEXT, TEXT, Form.LIVING_LAB));
    done(CLERK, Role.CLERK, new Command.GiveRole(GUIDE, Role.FACILITATOR));
    done(LEAD, Role.PROJECT_LEAD, new Command.JoinParty("bond", Helix.CITIZENS, TEXT, TEXT));
    done(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OfferSeat("bond", "bond", Optional.empty(), Representation.ORGANISATION));
  }

  private static Command seatCodes(String batch, int count) {
    return new Command.IssueInvitations(batch, Role.SEAT_HOLDER, Optional.of("bond"), count, UNTIL);
  }

  private static Command roleCodes(Role role, int count) {
    return new Command.IssueInvitations("brief", role, Optional.empty(), count, UNTIL);
  }

  @Test
  void aSeatIsOnlyForWhoWasInvitedToIt() {
    done(CLERK, Role.CLERK, new Command.GiveRole(OTHER, Role.SEAT_HOLDER));
    assertThat(does(OTHER, Role.SEAT_HOLDER, new Command.TakeSeat("bond")))
        .containsExactly("refusal.seat-not-invited");
    done(GUIDE, Role.FACILITATOR, new Command.InviteToSeat("bond", TENANT));
    assertThat(does(OTHER, Role.SEAT_HOLDER, new Command.TakeSeat("bond")))
        .containsExactly("refusal.seat-not-invited");
    done(TENANT, Role.SEAT_HOLDER, new Command.TakeSeat("bond"));
    assertThat(holder()).contains(TENANT);
  }

  @Test
  void aSeatThatWasLeftIsEmptyAndTakesANewInvitation() {
    done(LEAD, Role.PROJECT_LEAD, new Command.InviteToSeat("bond", TENANT));
    done(TENANT, Role.SEAT_HOLDER, new Command.TakeSeat("bond"));
    assertThat(does(LEAD, Role.PROJECT_LEAD, new Command.InviteToSeat("bond", OTHER)))
        .containsExactly("refusal.seat-taken");
    done(TENANT, Role.SEAT_HOLDER, new Command.LeaveSeat("bond"));
    assertThat(holder()).isEmpty();
    assertThat(does(TENANT, Role.SEAT_HOLDER, new Command.TakeSeat("bond")))
        .containsExactly("refusal.seat-not-invited");
  }

  @Test
  void nobodyInvitesThemselvesWithoutARoleThatInvites() {
    done(CLERK, Role.CLERK, new Command.GiveRole(OTHER, Role.SEAT_HOLDER));
    assertThat(does(OTHER, Role.SEAT_HOLDER, new Command.InviteToSeat("bond", OTHER)))
        .containsExactly("refusal.role");
  }

  @Test
  void aCodeForASeatInvitesToThatSeatAndGivesTheRole() {
    done(GUIDE, Role.FACILITATOR, seatCodes("brief", 1));
    done(TENANT, Role.VISITOR, new Command.AcceptInvitation("brief"));
    assertThat(desk.dossier(PROJECT).parties().waitingFor(TENANT)).hasSize(1);
    assertThat(does(TENANT, Role.VISITOR, new Command.AcceptInvitation("brief")))
        .contains("refusal.invitation-accepted");
    assertThat(does(OTHER, Role.VISITOR, new Command.AcceptInvitation("brief")))
        .containsExactly("refusal.invitations-used-up");
    done(TENANT, Role.SEAT_HOLDER, new Command.TakeSeat("bond"));
    assertThat(holder()).contains(TENANT);
  }

  @Test
  void whoGuidesTheRoundCannotComeInForASeat() {
    done(CLERK, Role.CLERK, seatCodes("brief", 1));
    assertThat(does(GUIDE, Role.VISITOR, new Command.AcceptInvitation("brief")))
        .containsExactly("refusal.facilitator-no-seat");
  }

  @Test
  void whoLeadsTheProjectDoesNotSitForCitizens() {
    assertThat(does(LEAD, Role.PROJECT_LEAD, new Command.InviteToSeat("bond", LEAD)))
        .containsExactly("refusal.lead-no-citizen");
    done(CLERK, Role.CLERK, seatCodes("brief", 1));
    assertThat(does(LEAD, Role.VISITOR, new Command.AcceptInvitation("brief")))
        .containsExactly("refusal.lead-no-citizen");
  }

  @Test
  void onlyTheClerkMakesCodesForARole() {
    assertThat(does(GUIDE, Role.FACILITATOR, roleCodes(Role.MODERATOR, 1)))
        .containsExactly("refusal.invitations-role");
    assertThat(does(CLERK, Role.CLERK, roleCodes(Role.OPERATOR, 1)))
        .containsExactly("refusal.invitations-role");
    done(CLERK, Role.CLERK, roleCodes(Role.MODERATOR, 1));
    assertThat(does(LEAD, Role.VISITOR, new Command.AcceptInvitation("brief")))
        .containsExactly("refusal.lead-not-judge");
    done(OTHER, Role.VISITOR, new Command.AcceptInvitation("brief"));
    assertThat(desk.dossier(PROJECT).project().rolesOf(OTHER)).containsExactly(Role.MODERATOR);
  }

  @Test
  void everythingThatIsWrongWithABatchIsToldAtOnce() {
    assertThat(
            does(
                GUIDE,
                Role.FACILITATOR,
                new Command.IssueInvitations(
                    "brief", Role.SEAT_HOLDER, Optional.empty(), 21, LocalDate.of(2026, 12, 31))))
        .containsExactly(
            "refusal.invitations-seat", "refusal.invitations-count", "refusal.invitations-until");
    done(GUIDE, Role.FACILITATOR, roleCodes(Role.CODE_HOLDER, 1_000));
    assertThat(does(GUIDE, Role.FACILITATOR, roleCodes(Role.CODE_HOLDER, 1)))
        .containsExactly("refusal.invitations-issued-already");
  }

  @Test
  void aCodeThatWasWithdrawnOrIsTooOldGivesNothing() {
    done(GUIDE, Role.FACILITATOR, seatCodes("brief", 2));
    done(CLERK, Role.CLERK, new Command.WithdrawInvitations("brief"));
    assertThat(does(TENANT, Role.VISITOR, new Command.AcceptInvitation("brief")))
        .containsExactly("refusal.invitations-withdrawn");
    done(GUIDE, Role.FACILITATOR, seatCodes("tweede", 2));
    now = Instant.parse("2027-02-01T22:00:00Z");
    done(TENANT, Role.VISITOR, new Command.AcceptInvitation("tweede"));
    now = now.plus(Duration.ofHours(2));
    assertThat(does(OTHER, Role.VISITOR, new Command.AcceptInvitation("tweede")))
        .containsExactly("refusal.invitations-expired");
  }
}
