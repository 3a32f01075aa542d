package nl.onzedata.app.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.onzedata.adapter.postgres.PersonId;
import nl.onzedata.app.demo.DemoLoad;
import nl.onzedata.app.demo.DemoPeople;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.words.Words;
import org.springframework.security.web.csrf.CsrfToken;

/// Knows visitors by their session and their cookie. Safe for use by many threads.
final class SiteVisitors implements Visitors {
  private static final Map<String, Words> WORDS = words();
  private static final String PLAYED = "played";

  private final House house;
  private final Doorkeeper doorkeeper = new Doorkeeper();
  private final DemoPeople made = DemoPeople.made();
  private final DemoRoles demoRoles;

  SiteVisitors(House house) {
    this.house = house;
    this.demoRoles = new DemoRoles(house.desk(), made);
  }

  @Override
  public Frame frame(HttpServletRequest request, HttpServletResponse response) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    var words = words(request, response);
    return new Frame(
        words,
        request.getRequestURI(),
        played(request).or(() -> Doorkeeper.whoIsThere().map(SignedIn::shownAs)),
        house.settings().demo() ? demoRoles.of(request, words, played(request)) : List.of(),
        token == null ? "_csrf" : token.getParameterName(),
        token == null ? "" : token.getToken(),
        Optional.ofNullable(request.getParameter("done"))
            .filter(Frame::isDone)
            .filter(words::knows));
  }

  @Override
  public Visit visit(HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
    var frame = frame(request, response);
    var roles = EnumSet.of(Role.VISITOR);
    var played =
        played(request)
            .filter(person -> !person.equals(DemoRoles.RESIDENT))
            .map(person -> made.of(dossier.stream(), person));
    if (played(request).filter(DemoRoles.RESIDENT::equals).isPresent()) {
      roles.add(Role.CODE_HOLDER);
    }
    var person = Doorkeeper.whoIsThere().map(signedIn -> new PersonId(signedIn.person()));
    var who = played.or(() -> person.flatMap(id -> house.pseudonyms().find(id, dossier.stream())));
    who.ifPresent(known -> roles.addAll(dossier.project().rolesOf(known)));
    if (played(request).filter(DemoRoles.CLERK::equals).isPresent()) {
      roles.add(Role.CLERK);
    }
    if (played.isEmpty()) {
      person.ifPresent(id -> roles.addAll(appointed(id, dossier.stream())));
    }
    return new Visit(frame, dossier, who, roles, house.clock().instant());
  }

  private EnumSet<Role> appointed(PersonId person, StreamId project) {
    var roles = EnumSet.noneOf(Role.class);
    roles.addAll(house.pseudonyms().roles(person, project));
    roles.addAll(house.pseudonyms().roles(person, StreamId.of(project.authority())));
    return roles;
  }

  @Override
  public Visit doing(HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
    var visit = visit(request, response, dossier);
    if (visit.who().isPresent()) {
      return visit;
    }
    var person =
        Doorkeeper.whoIsThere()
            .map(signedIn -> new PersonId(signedIn.person()))
            .orElseGet(() -> passerBy(request, response));
    Pseudonym who = house.pseudonyms().of(person, dossier.stream());
    return new Visit(visit.frame(), dossier, Optional.of(who), visit.roles(), visit.now());
  }

  /// Someone without an account, known by this session only.
  private PersonId passerBy(HttpServletRequest request, HttpServletResponse response) {
    var person = house.accounts().ofIdentity("passer-by", UUID.randomUUID().toString());
    doorkeeper.letIn(new SignedIn(person.value(), "", false), request, response);
    return person;
  }

  @Override
  public void play(
      HttpServletRequest request, HttpServletResponse response, Optional<String> person) {
    if (house.settings().demo()) {
      var session = request.getSession(true);
      person.ifPresentOrElse(
          name -> session.setAttribute(PLAYED, name), () -> session.removeAttribute(PLAYED));
    }
  }

  @Override
  public Optional<String> party(HttpServletRequest request, StreamId project) {
    var dossier = house.desk().dossier(project);
    var played = played(request);
    if (played.isPresent()) {
      return dossier.parties().seat(played.get()).map(seat -> seat.party());
    }
    var person = Doorkeeper.whoIsThere().map(signedIn -> new PersonId(signedIn.person()));
    return person
        .flatMap(id -> house.pseudonyms().find(id, project))
        .flatMap(who -> dossier.parties().heldBy(who).stream().findFirst())
        .map(seat -> seat.party())
        .or(() -> person.flatMap(id -> house.invitations().party(id, project)));
  }

  @Override
  public List<AuthorityId> leads(HttpServletRequest request) {
    if (played(request).isPresent()) {
      return played(request).filter("projectleider"::equals).map(p -> DemoLoad.AUTHORITY).stream()
          .toList();
    }
    return Doorkeeper.whoIsThere().stream()
        .flatMap(someone -> house.pseudonyms().places(new PersonId(someone.person())).stream())
        .filter(place -> place.where().project().isEmpty())
        .filter(place -> place.roles().contains(Role.PROJECT_LEAD))
        .map(place -> place.where().authority())
        .toList();
  }

  @Override
  public void happened(StreamId project, Command command) {
    if (house.settings().demo()) {
      demoRoles.follow(project, command);
    }
  }

  /// Whom the visitor plays in the demo.
  Optional<String> played(HttpServletRequest request) {
    var session = request.getSession(false);
    return house.settings().demo() && session != null
        ? Optional.ofNullable((String) session.getAttribute(PLAYED))
        : Optional.empty();
  }

  private static Words words(HttpServletRequest request, HttpServletResponse response) {
    var asked = Optional.ofNullable(request.getParameter("lang")).filter(WORDS::containsKey);
    asked.ifPresent(language -> remember(language, response));
    var language = asked.or(() -> remembered(request)).orElse(Words.LANGUAGES.getFirst());
    var words = WORDS.get(language);
    if (words == null) {
      throw new IllegalStateException("no words for " + language);
    }
    return words;
  }

  private static void remember(String language, HttpServletResponse response) {
    var cookie = new Cookie("lang", language);
    cookie.setPath("/");
    cookie.setMaxAge(365 * 24 * 3600);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  private static Optional<String> remembered(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals("lang"))
        .map(Cookie::getValue)
        .filter(WORDS::containsKey)
        .findFirst();
  }

  private static Map<String, Words> words() {
    var words = new TreeMap<String, Words>();
    Words.LANGUAGES.forEach(language -> words.put(language, Frame.words(language)));
    return words;
  }
}
