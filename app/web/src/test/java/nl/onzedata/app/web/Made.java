package nl.onzedata.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Charter;
import nl.onzedata.core.journal.ProjectAct.Claim;
import nl.onzedata.core.journal.ProjectAct.Contact;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;

/// A project that a test takes as far as it needs.
final class Made {
  static final StreamId PROJECT = StreamId.of(new AuthorityId("leiden"), new ProjectId("huur"));
  static final Pseudonym LEAD = who("lead");
  static final Pseudonym CLERK = who("clerk");
  static final Pseudonym GUIDE = who("guide");
  static final Pseudonym BODY = who("body");
  static final Pseudonym TENANT = who("tenant");
  static final Pseudonym TOWN = who("town");

  final MemoryJournal journal = new MemoryJournal();
  Instant now = Instant.parse("2027-01-10T10:00:00Z");
  final Desk desk = new Desk(journal, () -> now, new SecureRandom());
  String language = "nl";

  static Pseudonym who(String name) {
    return new Pseudonym((name + "aaaaaaaaaaaaaaaa").substring(0, 16));
  }

  static Phrase both(String text) {
    return Phrase.of(text, text);
  }

  Made does(Pseudonym actor, Role as, Command command) {
    assertThat(desk.does(PROJECT, command, Actor.onTheWeb(actor, as)))
        .isInstanceOf(Desk.Outcome.Done.class);
    return this;
  }

  Made lead(Command command) {
    return does(LEAD, Role.PROJECT_LEAD, command);
  }

  Made give(Pseudonym who, Role role) {
    return does(CLERK, Role.CLERK, new Command.GiveRole(who, role));
  }

  Made opened() {
    return lead(
        new Command.OpenProject(
            Phrase.of("Huur in beeld", "Rent in view"), both("Over huur"), Form.LEERATELIER));
  }

  Made charted() {
    return lead(new Command.PublishCharter(charter()))
        .lead(
            new Command.NameGroup(
                "huurders", Phrase.of("Huurders", "Tenants"), both("erin"), true));
  }

  static Charter charter() {
    var claim = new Claim(both("meer huizen"), both("tellen"));
    return new Charter(
        Phrase.of("Wie huurt er?", "Who rents?"),
        both("om te bouwen"),
        List.of(both("niet voor opsporing")),
        both("de wet"),
        claim,
        claim,
        both("een enquête"),
        both("de gemeente"),
        List.of(),
        List.of(),
        List.of(),
        List.of(both("registers")),
        both("fijn"),
        both("eng"),
        List.of(new Contact(both("Projectleider"), "14 071", "wonen@leiden.example")),
        both("inzage"),
        both("verzonnen"));
  }

  Made joined() {
    lead(new Command.SayNoParty(Helix.KNOWLEDGE, both("niet nodig")));
    lead(new Command.SayNoParty(Helix.MARKET, both("niet nodig")));
    party("gemeente", Helix.GOVERNMENT, Optional.empty());
    return party("panel", Helix.CITIZENS, Optional.of("huurders"));
  }

  private Made party(String id, Helix helix, Optional<String> group) {
    return lead(new Command.JoinParty(
            id, helix, Phrase.of("Partij " + id, "Party " + id), both("x")))
        .lead(new Command.OfferSeat(id, id, group, Representation.ORGANISATION));
  }

  Made seated() {
    lead(new Command.InviteToSeat("gemeente", TOWN))
        .does(TOWN, Role.SEAT_HOLDER, new Command.TakeSeat("gemeente"));
    return lead(new Command.InviteToSeat("panel", TENANT))
        .does(TENANT, Role.SEAT_HOLDER, new Command.TakeSeat("panel"));
  }

  Made designed() {
    return lead(new Command.ProposeArtefact(
            ArtefactKind.INDICATOR, "aandeel", 0, both("Aandeel"), "select 1"))
        .lead(
            new Command.ProposeArtefact(
                ArtefactKind.MANDATE, "afspraak", 0, both("Afspraak"), "mandate: x"));
  }

  Made roundOpened() {
    return give(GUIDE, Role.FACILITATOR)
        .does(
            GUIDE,
            Role.FACILITATOR,
            new Command.OpenRound(
                dossier().project().latest(ArtefactKind.MANDATE).getLast().hash(),
                List.of(),
                now.plus(Duration.ofDays(5)),
                Optional.empty()));
  }

  Made next() {
    return does(GUIDE, Role.FACILITATOR, new Command.NextPhase());
  }

  Dossier dossier() {
    return desk.dossier(PROJECT);
  }

  Visit visit() {
    return visitOf(Optional.empty(), EnumSet.of(Role.VISITOR));
  }

  /// A visit by someone in the roles that the project gave them.
  Visit visitBy(Pseudonym who) {
    var roles = EnumSet.of(Role.VISITOR);
    roles.addAll(dossier().project().rolesOf(who));
    return visitOf(Optional.of(who), roles);
  }

  private Visit visitOf(Optional<Pseudonym> who, EnumSet<Role> roles) {
    return new Visit(frame(), dossier(), who, roles, now);
  }

  Frame frame() {
    return new Frame(
        Frame.words(language),
        "/leiden/huur",
        Optional.empty(),
        List.of(),
        "_csrf",
        "token",
        Optional.empty());
  }

  /// The project page as someone reads it.
  String page(Visit visit, Filled filled) {
    var page =
        new Pages()
            .page("project", Map.of("visit", visit, "reports", List.of(), "filled", filled))
            .getBody();
    return page == null ? "" : page;
  }
}
