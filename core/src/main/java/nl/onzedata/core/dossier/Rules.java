package nl.onzedata.core.dossier;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import nl.onzedata.core.deliberation.Conversation.Fate;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityAct;
import nl.onzedata.core.journal.ConversationAct;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.PartyAct;
import nl.onzedata.core.journal.ProjectAct;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.mandate.Purposes;

/// What follows from each command in each state. Pure functions.
final class Rules {
  /// Where deadlines in days are counted.
  static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  /// Within how many days a report of a missing group is answered.
  private static final int ANSWER_DAYS = 28;

  /// The largest definition or contract: it must fit in an act.
  private static final int LARGEST = 60_000;

  private static final Set<Role> LEADS_NOT =
      Set.of(Role.FACILITATOR, Role.MODERATOR, Role.CLERK, Role.COMPETENT_BODY);

  private Rules() {}

  static Decision decide(
      Dossier dossier, Command command, Actor actor, Instant now, SecureRandom random) {
    var attempt = new Attempt(dossier, actor, now, random);
    attempt.need(
        Permissions.allows(actor.as(), command.getClass()),
        "role",
        "role",
        actor.as().name(),
        "command",
        command.getClass().getSimpleName());
    if (!(command instanceof Command.FoundAuthority || command instanceof Command.OpenProject)) {
      attempt.need(dossier.exists(), "no-project");
    }
    needRole(attempt);
    return switch (command) {
      case Command.FoundAuthority(var name, var kind) -> {
        attempt.need(dossier.founded().isEmpty(), "authority-exists");
        attempt.need(dossier.stream().project().isEmpty(), "authority-stream");
        yield attempt.does(new AuthorityAct.AuthorityFounded(name, kind));
      }
      case Command.OpenProject(var title, var summary, var form) -> {
        attempt.need(!dossier.exists(), "project-exists");
        attempt.need(dossier.stream().project().isPresent(), "project-stream");
        yield attempt.does(
            new ProjectAct.ProjectOpened(title, summary, form),
            new ProjectAct.RoleGiven(actor.who(), actor.as()));
      }
      case Command.PublishCharter(var charter) ->
          attempt.does(new ProjectAct.CharterPublished(charter));
      case Command.ReachStage(var stage) -> {
        attempt.need(dossier.project().stage() != stage, "stage-same");
        yield attempt.does(new ProjectAct.StageReached(stage));
      }
      case Command.GiveRole(var who, var role) -> {
        needNoClash(attempt, who, role);
        yield attempt.does(new ProjectAct.RoleGiven(who, role));
      }
      case Command.EndRole(var who, var role) -> {
        attempt.need(dossier.project().rolesOf(who).contains(role), "role-not-given");
        yield attempt.does(new ProjectAct.RoleEnded(who, role));
      }
      case Command.NameGroup(var group, var name, var why, var inData) -> {
        attempt.need(Ids.isSlug(group), "id", "found", group);
        attempt.need(dossier.project().group(group).isEmpty(), "group-exists", "group", group);
        yield attempt.does(new ProjectAct.GroupNamed(group, name, why, inData));
      }
      case Command.ReportGroup(var text) ->
          attempt.does(
              new ProjectAct.GroupReported(
                  "report-" + (dossier.project().reports().size() + 1),
                  attempt.keep("text", text),
                  LocalDate.ofInstant(now, HERE).plusDays(ANSWER_DAYS)));
      case Command.AnswerReport(var report, var accepted, var reason) -> {
        attempt.need(
            dossier.project().reports().stream()
                .anyMatch(open -> open.id().equals(report) && open.answer().isEmpty()),
            "report-not-open");
        yield attempt.does(new ProjectAct.GroupAnswered(report, accepted, reason));
      }
      case Command.AddDataset(var dataset, var contract) -> {
        attempt.need(contract.length() <= LARGEST, "too-large", "most", "" + LARGEST);
        yield attempt.does(new ProjectAct.DatasetAdded(dataset, contract));
      }
      case Command.LandSnapshot(var dataset, var snapshot, var date, var twin, var digest) -> {
        attempt.need(
            dossier.project().datasets().stream().anyMatch(known -> known.id().equals(dataset)),
            "dataset-unknown",
            "dataset",
            dataset);
        attempt.need(
            twin || Basis.mayLand(attempt.dossier, dataset, attempt.now),
            "records-early",
            "dataset",
            dataset);
        yield attempt.does(new ProjectAct.SnapshotLanded(dataset, snapshot, date, twin, digest));
      }
      case Command.SupplyObjections supplied -> objections(attempt, supplied);
      case Command.ProposeArtefact proposed -> propose(attempt, proposed);
      case Command.JoinParty(var party, var helix, var name, var interest) -> {
        attempt.need(Ids.isSlug(party), "id", "found", party);
        attempt.need(dossier.parties().party(party).isEmpty(), "party-exists", "party", party);
        yield attempt.does(new PartyAct.PartyJoined(party, helix, name, interest));
      }
      case Command.SayNoParty(var helix, var reason) -> {
        attempt.need(
            dossier.parties().parties().stream().noneMatch(party -> party.helix() == helix),
            "helix-has-party");
        attempt.need(helix != PartyAct.Helix.CITIZENS, "citizens-needed");
        yield attempt.does(new PartyAct.NoPartyBecause(helix, reason));
      }
      case Command.OfferSeat offered -> SeatRules.offer(attempt, offered);
      case Command.InviteToSeat(var seat, var who) -> SeatRules.invite(attempt, seat, who);
      case Command.IssueInvitations issued -> SeatRules.issue(attempt, issued);
      case Command.WithdrawInvitations(var batch) -> SeatRules.withdraw(attempt, batch);
      case Command.AcceptInvitation(var batch) -> SeatRules.accept(attempt, batch);
      case Command.TakeSeat(var seat) -> SeatRules.take(attempt, seat);
      case Command.LeaveSeat(var seat) -> SeatRules.leave(attempt, seat);
      case Command.OpenConversation(var about) -> {
        attempt.need(!dossier.conversation().isOpen(), "conversation-open");
        yield attempt.does(new ConversationAct.ConversationOpened(about));
      }
      case Command.ProposeStatement(var text) -> {
        attempt.need(dossier.conversation().isOpen(), "conversation-closed");
        attempt.need(
            text.length() <= 280, "statement-long", "found", Integer.toString(text.length()));
        yield attempt.does(
            new ConversationAct.StatementProposed(
                "s" + (dossier.conversation().statements().size() + 1),
                attempt.keep("text", text)));
      }
      case Command.AdmitStatement(var statement) -> {
        needWaiting(attempt, statement);
        yield attempt.does(new ConversationAct.StatementAdmitted(statement));
      }
      case Command.DeclineStatement(var statement, var reason) -> {
        needWaiting(attempt, statement);
        yield attempt.does(new ConversationAct.StatementDeclined(statement, reason));
      }
      case Command.EnterFor entry -> enter(attempt, entry, random);
      case Command.SealBatch(var what, var from, var until, var digest) -> {
        long sealed =
            what.equals("votes")
                ? dossier.conversation().sealedVotes()
                : dossier.conversation().sealedImages();
        attempt.need(
            Set.of("votes", "images").contains(what) && from == sealed + 1 && until >= from,
            "batch");
        yield attempt.does(new ConversationAct.BatchSealed(what, from, until, digest));
      }
      case Command.OpenRound opened -> RoundRules.open(attempt, opened);
      case Command.AskQuestion asked -> RoundRules.ask(attempt, asked);
      case Command.AnswerQuestion answered -> RoundRules.answer(attempt, answered);
      case Command.React reacted -> RoundRules.react(attempt, reacted);
      case Command.NextPhase next -> RoundRules.next(attempt);
      case Command.GiveAnswer given -> RoundRules.give(attempt, given);
      case Command.TestObjection test -> RoundRules.test(attempt, test);
      case Command.CloseRound close -> RoundRules.close(attempt);
      case Command.IntegrateRound integrate -> RoundRules.integrate(attempt);
      case Command.WithdrawRound withdraw -> RoundRules.withdraw(attempt);
      case Command.PutInForce inForce -> BodyRules.putInForce(attempt, inForce);
      case Command.Depart depart -> BodyRules.depart(attempt, depart);
      case Command.MeetCondition met -> BodyRules.meet(attempt, met);
      case Command.EndMandate(var reason) -> BodyRules.end(attempt, reason);
      case Command.RecordRun(var run) -> BodyRules.record(attempt, run);
      case Command.FileChallenge filed -> ChallengeRules.file(attempt, filed);
      case Command.SupportChallenge(var challenge) -> ChallengeRules.support(attempt, challenge);
      case Command.AssessChallenge assessed -> ChallengeRules.assess(attempt, assessed);
      case Command.RecordSideBySide(var challenge, var hash) ->
          ChallengeRules.sideBySide(attempt, challenge, hash);
      case Command.DecideChallenge decided -> ChallengeRules.decide(attempt, decided);
    };
  }

  private static Decision objections(Attempt attempt, Command.SupplyObjections supplied) {
    var project = attempt.dossier.project();
    attempt.need(
        project.datasets().stream().anyMatch(known -> known.id().equals(supplied.dataset())),
        "dataset-unknown",
        "dataset",
        supplied.dataset());
    attempt.need(
        Purposes.knows(supplied.purpose()), "purpose-unknown", "purpose", supplied.purpose());
    attempt.need(
        supplied.version() > project.objections(supplied.dataset(), supplied.purpose()),
        "objections-stale");
    return attempt.does(
        new ProjectAct.ObjectionsSupplied(
            supplied.dataset(),
            supplied.purpose(),
            supplied.version(),
            supplied.list(),
            supplied.digest()));
  }

  /// What someone wrote or said elsewhere is held against the same rules as what they do here.
  private static Decision enter(Attempt attempt, Command.EnterFor entry, SecureRandom random) {
    attempt.need(Command.EnterFor.isElsewhere(entry.channel()), "entry-channel");
    attempt.need(Command.EnterFor.isForm(entry.form()), "entry-form", "found", entry.form());
    attempt.need(!entry.person().equals(attempt.actor.who()), "entry-self");
    boolean may =
        switch (entry.what()) {
          case Command.ProposeStatement _ ->
              entry.as() == Role.CODE_HOLDER || entry.as() == Role.SEAT_HOLDER;
          case Command.GiveAnswer _, Command.React _, Command.AskQuestion _ ->
              entry.as() == Role.SEAT_HOLDER;
          default -> false;
        };
    if (!attempt.need(may, "entry-what")) {
      return attempt.does();
    }
    var decided =
        decide(attempt.dossier, entry.what(), entry.actor(attempt.actor), attempt.now, random);
    return attempt.isFine() ? decided : attempt.refusedWith(decided);
  }

  /// Whether the actor was given the role that they act in, in this project. Other roles come from
  /// outside its acts: an invitation, or an appointment at the authority.
  private static void needRole(Attempt attempt) {
    var actor = attempt.actor;
    if (attempt.dossier.exists() && Permissions.GIVEN_IN_PROJECT.contains(actor.as())) {
      attempt.need(
          attempt.dossier.project().rolesOf(actor.who()).contains(actor.as()),
          "role-not-given-to-you",
          "role",
          actor.as().name());
    }
  }

  /// Whether someone can have a role beside those that they have: a project lead does not judge.
  static void needNoClash(Attempt attempt, Pseudonym who, Role role) {
    var has = attempt.dossier.project().rolesOf(who);
    attempt.need(
        !(LEADS_NOT.contains(role) && has.contains(Role.PROJECT_LEAD))
            && !(role == Role.PROJECT_LEAD && has.stream().anyMatch(LEADS_NOT::contains)),
        "lead-not-judge");
  }

  /// Whether the actor sits on the seat.
  static void needSeat(Attempt attempt, String seat) {
    var known = attempt.dossier.parties().seat(seat);
    if (attempt.need(known.isPresent(), "seat-unknown", "seat", seat)) {
      attempt.need(
          known.orElseThrow().holder().filter(attempt.actor.who()::equals).isPresent(),
          "seat-of-another",
          "seat",
          seat);
    }
  }

  private static Decision propose(Attempt attempt, Command.ProposeArtefact proposed) {
    var latest = attempt.dossier.project().latest(proposed.kind(), proposed.artefact());
    int last = latest.map(artefact -> artefact.version()).orElse(0);
    var hash = "sha256:" + Leaf.sha256(proposed.definition());
    attempt.need(Ids.isSlug(proposed.artefact()), "id", "found", proposed.artefact());
    attempt.need(
        proposed.basedOn() == last,
        "version-stale",
        "found",
        Integer.toString(proposed.basedOn()),
        "latest",
        Integer.toString(last));
    attempt.need(!proposed.definition().isBlank(), "text-empty", "field", "definition");
    attempt.need(proposed.definition().length() <= LARGEST, "too-large", "most", "" + LARGEST);
    attempt.need(latest.filter(artefact -> artefact.hash().equals(hash)).isEmpty(), "version-same");
    return attempt.does(
        new ProjectAct.ArtefactProposed(
            proposed.kind(),
            proposed.artefact(),
            last + 1,
            proposed.title(),
            proposed.definition(),
            hash));
  }

  private static void needWaiting(Attempt attempt, String statement) {
    attempt.need(
        attempt
            .dossier
            .conversation()
            .statement(statement)
            .filter(known -> known.fate() instanceof Fate.Waiting)
            .isPresent(),
        "statement-not-waiting");
  }
}
