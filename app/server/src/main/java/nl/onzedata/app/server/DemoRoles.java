package nl.onzedata.app.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.adapter.postgres.StoreUnavailable;
import nl.onzedata.app.demo.DemoLoad;
import nl.onzedata.app.demo.DemoPeople;
import nl.onzedata.app.web.Frame.DemoRole;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Diary;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Ids;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Words;

/// The made-up people of the demo's projects whom a visitor can be. Safe for use by many threads.
final class DemoRoles {
  /// Someone who came in with a code from a letter; every session is another resident.
  static final String RESIDENT = "inwoner";

  /// Who gives roles: appointed at the authority, and so in every project.
  static final String CLERK = "griffier";

  /// Who has which part in a project that a visitor opens.
  private static final Map<String, Role> PARTS =
      Map.of(
          "analist", Role.ANALYST,
          "gespreksleider", Role.FACILITATOR,
          "moderator", Role.MODERATOR,
          "privacy-officer", Role.PRIVACY_OFFICER,
          "college", Role.COMPETENT_BODY);

  /// Those who do not sit on a seat, by the names that the demo's content gives them.
  private static final List<String> FUNCTIONS =
      List.of(
          "projectleider",
          "analist",
          "gespreksleider",
          "moderator",
          "privacy-officer",
          "college",
          "raadslid",
          CLERK,
          "beheerder");

  private final Desk desk;
  private final DemoPeople people;

  DemoRoles(Desk desk, DemoPeople people) {
    this.desk = desk;
    this.people = people;
  }

  /// The people of the project that the request is about, or else of the first demo project; none
  /// while the database is away, so that a page can say so.
  List<DemoRole> of(HttpServletRequest request, Words words, Optional<String> played) {
    try {
      return all(request, words, played);
    } catch (StoreUnavailable e) {
      return List.of();
    }
  }

  private List<DemoRole> all(HttpServletRequest request, Words words, Optional<String> played) {
    var dossier = project(request.getRequestURI());
    var roles = new ArrayList<DemoRole>();
    add(roles, RESIDENT, words.say("page.play.resident"), played);
    for (var person : FUNCTIONS) {
      if (person.equals(CLERK)) {
        add(roles, person, new Diary(words).name(Role.CLERK), played);
        continue;
      }
      dossier.project().rolesOf(people.of(dossier.stream(), person)).stream()
          .sorted()
          .findFirst()
          .ifPresent(role -> add(roles, person, new Diary(words).name(role), played));
    }
    for (var seat : dossier.parties().seats()) {
      dossier
          .parties()
          .party(seat.party())
          .ifPresent(party -> add(roles, seat.id(), party.name().say(words.language()), played));
    }
    return roles;
  }

  /// The clerk gives the made-up people their parts in a new project, and invites one of them to
  /// each seat that is offered: by the same commands as anyone's.
  void follow(StreamId project, Command command) {
    switch (command) {
      case Command.OpenProject opened ->
          new TreeMap<>(PARTS)
              .forEach(
                  (person, role) ->
                      desk.does(
                          project,
                          new Command.GiveRole(people.of(project, person), role),
                          clerk(project)));
      case Command.OfferSeat(var seat, var party, var group, var as) ->
          desk.does(
              project, new Command.InviteToSeat(seat, people.of(project, seat)), clerk(project));
      default -> {}
    }
  }

  private Actor clerk(StreamId project) {
    return Actor.onTheWeb(people.of(project, CLERK), Role.CLERK);
  }

  private static void add(
      List<DemoRole> roles, String person, String name, Optional<String> played) {
    var shownAs = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    roles.add(new DemoRole(person, shownAs, played.equals(Optional.of(person))));
  }

  private Dossier project(String path) {
    var parts = path.split("/", -1);
    if (parts.length > 2 && Ids.isSlug(parts[1]) && Ids.isSlug(parts[2])) {
      var named = desk.dossier(StreamId.of(new AuthorityId(parts[1]), new ProjectId(parts[2])));
      if (named.exists()) {
        return named;
      }
    }
    return desk.dossier(DemoLoad.SKEWED_RENTING);
  }
}
