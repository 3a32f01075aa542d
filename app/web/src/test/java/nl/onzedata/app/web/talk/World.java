package nl.onzedata.app.web.talk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
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

/// A project with a municipality, a consultancy and a tenants' panel; and one visitor.
final class World implements Visitors {
  static final StreamId PROJECT = StreamId.of(new AuthorityId("leiden"), new ProjectId("huur"));
  static final Pseudonym LEAD = new Pseudonym("leadleadleadleadlead");
  static final Pseudonym GUIDE = new Pseudonym("guideguideguideguide");
  private static final Pseudonym CLERK = new Pseudonym("clerkclerkclerkclerk");
  static final Pseudonym TENANT = new Pseudonym("tenanttenanttenant");
  static final HttpServletRequest REQUEST = nothing(HttpServletRequest.class);
  static final HttpServletResponse RESPONSE = nothing(HttpServletResponse.class);

  Instant now = Instant.parse("2027-01-10T10:00:00Z");
  final Desk desk = new Desk(new MemoryJournal(), () -> now, new SecureRandom());
  final MemoryVoices voices = new MemoryVoices();
  final Pages pages = new Pages();
  Optional<Pseudonym> who = Optional.empty();
  EnumSet<Role> roles = EnumSet.of(Role.VISITOR);
  Optional<String> party = Optional.empty();
  Optional<String> done = Optional.empty();
  String language = "nl";

  World() {
    does(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OpenProject(both("Huur"), both("Over huur"), Form.LEERATELIER));
    does(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.NameGroup("huurders", Phrase.of("Huurders", "Tenants"), both("erin"), true));
    joins("gemeente", Helix.GOVERNMENT, Phrase.of("Gemeente Leiden", "Municipality of Leiden"));
    joins("bureau", Helix.MARKET, Phrase.of("Bureau", "Consultancy"));
    joins("panel", Helix.CITIZENS, Phrase.of("Huurderspanel", "Tenants’ panel"));
    does(
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OfferSeat("panel", "panel", Optional.of("huurders"), Representation.PANEL));
    does(LEAD, Role.PROJECT_LEAD, new Command.InviteToSeat("panel", TENANT));
    does(TENANT, Role.SEAT_HOLDER, new Command.TakeSeat("panel"));
  }

  static Phrase both(String text) {
    return Phrase.of(text, text);
  }

  private void joins(String id, Helix helix, Phrase name) {
    does(LEAD, Role.PROJECT_LEAD, new Command.JoinParty(id, helix, name, both("belang")));
  }

  /// Opens the conversation with these statements, all proposed by the tenants' panel.
  World talkingAbout(String... statements) {
    does(GUIDE, Role.FACILITATOR, new Command.OpenConversation(both("Mag dit?")));
    for (var text : statements) {
      admit(propose(text));
    }
    return this;
  }

  String propose(String text) {
    does(TENANT, Role.SEAT_HOLDER, new Command.ProposeStatement(text));
    return dossier().conversation().statements().getLast().id();
  }

  void admit(String statement) {
    does(GUIDE, Role.MODERATOR, new Command.AdmitStatement(statement));
  }

  void does(Pseudonym actor, Role as, Command command) {
    ensure(actor, as);
    assertThat(desk.does(PROJECT, command, Actor.onTheWeb(actor, as)))
        .isInstanceOf(Desk.Outcome.Done.class);
  }

  /// Gives someone a role that a project gives, unless they have it.
  private void ensure(Pseudonym person, Role role) {
    var given =
        EnumSet.complementOf(
            EnumSet.of(
                Role.VISITOR,
                Role.CODE_HOLDER,
                Role.CLERK,
                Role.OPERATOR,
                Role.COUNCIL_MEMBER,
                Role.AUDITOR));
    if (dossier().exists()
        && given.contains(role)
        && !dossier().project().rolesOf(person).contains(role)) {
      assertThat(
              desk.does(
                  PROJECT, new Command.GiveRole(person, role), Actor.onTheWeb(CLERK, Role.CLERK)))
          .isInstanceOf(Desk.Outcome.Done.class);
    }
  }

  Dossier dossier() {
    return desk.dossier(PROJECT);
  }

  /// The visitor is this person, in these roles too.
  World as(Pseudonym person, Role... more) {
    who = Optional.of(person);
    roles = EnumSet.of(Role.VISITOR);
    roles.addAll(List.of(more));
    List.of(more).forEach(role -> ensure(person, role));
    return this;
  }

  static Pseudonym someone(int number) {
    return new Pseudonym(
        "someonesomeone" + (char) ('a' + number / 26) + (char) ('a' + number % 26));
  }

  @Override
  public Frame frame(HttpServletRequest request, HttpServletResponse response) {
    return new Frame(
        Frame.words(language),
        "/leiden/huur/conversation",
        Optional.empty(),
        List.of(),
        "_csrf",
        "token",
        done);
  }

  @Override
  public Visit visit(HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
    return new Visit(frame(request, response), dossier, who, roles, now);
  }

  @Override
  public Visit doing(HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
    who = who.or(() -> Optional.of(someone(0)));
    return visit(request, response, dossier);
  }

  @Override
  public void play(
      HttpServletRequest request, HttpServletResponse response, Optional<String> person) {}

  @Override
  public Optional<String> party(HttpServletRequest request, StreamId project) {
    return party;
  }

  private static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
