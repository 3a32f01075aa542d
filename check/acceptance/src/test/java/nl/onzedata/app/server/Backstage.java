package nl.onzedata.app.server;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.app.demo.DemoPeople;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.StreamId;

/// Has a running server's other people do their part of a project, through the same desk as the
/// pages do: for walks that are about something else.
public final class Backstage {
  private static final Phrase TEXT = Phrase.of("Voor de proef", "For the trial");

  private final Desk desk;
  private final StreamId project;
  private final DemoPeople people;

  public Backstage(Server server, String authority, String project) {
    this.desk = server.house().desk();
    this.project = StreamId.of(new AuthorityId(authority), new ProjectId(project));
    this.people = DemoPeople.made();
  }

  public Dossier dossier() {
    return desk.dossier(project);
  }

  /// The clerk gives the roles, a party of citizens takes a seat.
  public void seat() {
    for (var given :
        Map.of(
                "analist",
                Role.ANALYST,
                "gespreksleider",
                Role.FACILITATOR,
                "college",
                Role.COMPETENT_BODY,
                "buren",
                Role.SEAT_HOLDER)
            .entrySet()) {
      does(
          "griffier",
          Role.CLERK,
          new Command.GiveRole(people.of(project, given.getKey()), given.getValue()));
    }
    does(
        "projectleider",
        Role.PROJECT_LEAD,
        new Command.JoinParty("buren", Helix.CITIZENS, TEXT, TEXT));
    does(
        "projectleider",
        Role.PROJECT_LEAD,
        new Command.OfferSeat("buren", "buren", Optional.empty(), Representation.ORGANISATION));
    does("buren", Role.SEAT_HOLDER, new Command.TakeSeat("buren"));
  }

  /// A round in which everybody consents to the last mandate and indicators, and the body's
  // decision.
  public void agree() {
    var mandate = dossier().project().latest(ArtefactKind.MANDATE).getLast().hash();
    var indicators =
        dossier().project().latest(ArtefactKind.INDICATOR).stream().map(a -> a.hash()).toList();
    var now = java.time.Instant.now();
    does(
        "gespreksleider",
        Role.FACILITATOR,
        new Command.OpenRound(
            mandate, indicators, now.plus(Duration.ofDays(14)), Optional.empty()));
    does("gespreksleider", Role.FACILITATOR, new Command.NextPhase());
    does("gespreksleider", Role.FACILITATOR, new Command.NextPhase());
    does("buren", Role.SEAT_HOLDER, new Command.GiveAnswer("buren", Answer.CONSENT, "", ""));
    does("gespreksleider", Role.FACILITATOR, new Command.CloseRound());
    does(
        "college",
        Role.COMPETENT_BODY,
        new Command.PutInForce(
            TEXT, "2027-1", LocalDate.ofInstant(now, ZoneId.of("Europe/Amsterdam")), TEXT));
  }

  private void does(String person, Role as, Command command) {
    var outcome = desk.does(project, command, Actor.onTheWeb(people.of(project, person), as));
    if (outcome instanceof Desk.Outcome.Refused(var reasons)) {
      throw new IllegalStateException(command + " was refused: " + List.copyOf(reasons));
    }
  }
}
