package nl.onzedata.core.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.Act;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.PartyAct;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.ProjectAct;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.party.Parties.Batch;

/// The rules of seats: who is invited to one, and who takes and leaves it.
final class SeatRules {
  /// The most codes for voters that are made at once.
  private static final int MOST_VOTERS = 1_000;

  /// The most codes for a seat or a role that are made at once.
  private static final int MOST_OTHERS = 20;

  private SeatRules() {}

  static Decision offer(Attempt attempt, Command.OfferSeat offered) {
    var parties = attempt.dossier.parties();
    var seat = offered.seat();
    attempt.need(Ids.isSlug(seat), "id", "found", seat);
    attempt.need(parties.seat(seat).isEmpty(), "seat-exists", "seat", seat);
    attempt.need(
        parties.party(offered.party()).isPresent(), "party-unknown", "party", offered.party());
    offered
        .group()
        .ifPresent(
            id ->
                attempt.need(
                    attempt.dossier.project().group(id).isPresent(), "group-unknown", "group", id));
    attempt.need(attempt.dossier.running().isEmpty(), "round-running");
    return attempt.does(
        new PartyAct.SeatOffered(seat, offered.party(), offered.group(), offered.as()));
  }

  /// An invitation is to one empty seat, for one person.
  static Decision invite(Attempt attempt, String seat, Pseudonym who) {
    needEmpty(attempt, seat);
    attempt.need(
        !attempt.dossier.parties().invitedTo(seat).contains(who), "seat-invited", "seat", seat);
    needFit(attempt, seat, who);
    return attempt.does(invited(attempt, seat, who).toArray(Act[]::new));
  }

  /// A code for a seat or for voting comes from whoever may invite; one for another role only from
  /// the clerk, who gives roles.
  static Decision issue(Attempt attempt, Command.IssueInvitations issued) {
    attempt.need(Ids.isSlug(issued.batch()), "id", "found", issued.batch());
    attempt.need(
        attempt.dossier.parties().batch(issued.batch()).isEmpty(), "invitations-issued-already");
    issued.seat().ifPresent(seat -> needEmpty(attempt, seat));
    attempt.need(
        issued.seat().isPresent() == (issued.role() == Role.SEAT_HOLDER), "invitations-seat");
    boolean voters = issued.role() == Role.CODE_HOLDER;
    if (!voters && issued.role() != Role.SEAT_HOLDER) {
      attempt.need(
          Permissions.allows(attempt.actor.as(), Command.GiveRole.class)
              && Permissions.GIVEN_IN_PROJECT.contains(issued.role()),
          "invitations-role",
          "role",
          issued.role().name());
    }
    int most = voters ? MOST_VOTERS : MOST_OTHERS;
    attempt.need(
        issued.count() >= 1 && issued.count() <= most,
        "invitations-count",
        "found",
        Integer.toString(issued.count()),
        "most",
        Integer.toString(most));
    var today = today(attempt);
    attempt.need(
        !issued.until().isBefore(today) && issued.until().isBefore(today.plusYears(1)),
        "invitations-until");
    return attempt.does(
        new PartyAct.InvitationsIssued(
            issued.batch(), issued.role(), issued.seat(), issued.count(), issued.until()));
  }

  static Decision withdraw(Attempt attempt, String id) {
    var batch = batch(attempt, id);
    batch.ifPresent(b -> attempt.need(!b.withdrawn(), "invitations-withdrawn"));
    return attempt.does(new PartyAct.InvitationsWithdrawn(id));
  }

  /// A code gives what was said when it was issued, to as many people as there are codes.
  static Decision accept(Attempt attempt, String id) {
    var known = batch(attempt, id);
    if (known.isEmpty()) {
      return attempt.does();
    }
    var batch = known.get();
    var who = attempt.actor.who();
    attempt.need(!batch.withdrawn(), "invitations-withdrawn");
    attempt.need(!today(attempt).isAfter(batch.until()), "invitations-expired");
    attempt.need(!batch.accepted().contains(who), "invitation-accepted");
    attempt.need(batch.accepted().size() < batch.count(), "invitations-used-up");
    attempt.need(batch.role() != Role.CODE_HOLDER, "invitation-without-act");
    var acts = new ArrayList<Act>(List.of(new PartyAct.InvitationAccepted(id, who)));
    if (batch.seat().isPresent()) {
      needEmpty(attempt, batch.seat().get());
      needFit(attempt, batch.seat().get(), who);
      acts.addAll(invited(attempt, batch.seat().get(), who));
    } else if (!attempt.dossier.project().rolesOf(who).contains(batch.role())) {
      Rules.needNoClash(attempt, who, batch.role());
      acts.add(new ProjectAct.RoleGiven(who, batch.role()));
    }
    return attempt.does(acts.toArray(Act[]::new));
  }

  /// Only whoever was invited to a seat takes it, and only while it is empty.
  static Decision take(Attempt attempt, String seat) {
    var who = attempt.actor.who();
    if (needEmpty(attempt, seat)) {
      attempt.need(
          attempt.dossier.parties().invitedTo(seat).contains(who),
          "seat-not-invited",
          "seat",
          seat);
    }
    needFit(attempt, seat, who);
    return attempt.does(new PartyAct.SeatTaken(seat, who));
  }

  static Decision leave(Attempt attempt, String seat) {
    Rules.needSeat(attempt, seat);
    return attempt.does(new PartyAct.SeatLeft(seat));
  }

  private static List<Act> invited(Attempt attempt, String seat, Pseudonym who) {
    var acts = new ArrayList<Act>(List.of(new PartyAct.SeatInvited(seat, who)));
    if (!attempt.dossier.project().rolesOf(who).contains(Role.SEAT_HOLDER)) {
      acts.add(new ProjectAct.RoleGiven(who, Role.SEAT_HOLDER));
    }
    return acts;
  }

  private static boolean needEmpty(Attempt attempt, String seat) {
    var offered = attempt.dossier.parties().seat(seat);
    return attempt.need(offered.isPresent(), "seat-unknown", "seat", seat)
        && attempt.need(offered.orElseThrow().holder().isEmpty(), "seat-taken", "seat", seat);
  }

  /// The facilitator sits nowhere, and who leads the project does not speak for citizens.
  private static void needFit(Attempt attempt, String seat, Pseudonym who) {
    var parties = attempt.dossier.parties();
    var roles = attempt.dossier.project().rolesOf(who);
    attempt.need(!roles.contains(Role.FACILITATOR), "facilitator-no-seat");
    attempt.need(
        !roles.contains(Role.PROJECT_LEAD)
            || parties.seat(seat).filter(s -> parties.helixOf(s) == Helix.CITIZENS).isEmpty(),
        "lead-no-citizen");
  }

  private static Optional<Batch> batch(Attempt attempt, String id) {
    var batch = attempt.dossier.parties().batch(id);
    attempt.need(batch.isPresent(), "invitations-unknown");
    return batch;
  }

  private static LocalDate today(Attempt attempt) {
    return LocalDate.ofInstant(attempt.now, Rules.HERE);
  }
}
