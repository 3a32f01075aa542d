package nl.onzedata.app.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.adapter.postgres.PersonId;
import nl.onzedata.adapter.postgres.Pseudonyms.Place;
import nl.onzedata.app.demo.DemoLoad;
import nl.onzedata.app.demo.DemoPeople;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Filled;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Mine;
import nl.onzedata.app.web.Pages;
import nl.onzedata.core.dossier.Diary;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What someone did, only for themselves: seats, votes, receipts, statements; taking it along, and
/// being forgotten.
@Controller
final class MePages {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final House house;
  private final Pages pages;
  private final SiteVisitors visitors;
  private final Passwords passwords;
  private final Doorkeeper doorkeeper = new Doorkeeper();

  MePages(House house, Pages pages, SiteVisitors visitors, Passwords passwords) {
    this.house = house;
    this.pages = pages;
    this.visitors = visitors;
    this.passwords = passwords;
  }

  @GetMapping("/me")
  ResponseEntity<String> me(HttpServletRequest request, HttpServletResponse response) {
    return shown(HttpStatus.OK, request, response, Filled.NOT);
  }

  /// Everything on the page as JSON.
  @GetMapping("/me/export")
  ResponseEntity<String> export(HttpServletRequest request, HttpServletResponse response) {
    var frame = visitors.frame(request, response);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"onze-data.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(JSON.writeValueAsString(mine(request, frame)));
  }

  /// A local account for whoever came in by another road.
  @PostMapping("/me/account")
  ResponseEntity<String> account(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var person = person();
    if (person.isEmpty()) {
      return Counter.onTo("/signin", "page.done.signin-first");
    }
    var frame = visitors.frame(request, response);
    var wrong = new TreeMap<String, String>();
    if (name.isBlank() || name.strip().length() > 60) {
      wrong.put("name", frame.say("page.me.account.name.wrong"));
    }
    password(password, "password", frame, wrong);
    if (wrong.isEmpty()
        && !house.accounts().give(person.get(), name.strip(), passwords.hash(password))) {
      wrong.put("name", frame.say("page.me.account.taken"));
    }
    if (!wrong.isEmpty()) {
      var filled = Filled.of("account", request).wrong(wrong);
      return shown(HttpStatus.UNPROCESSABLE_CONTENT, request, response, filled);
    }
    doorkeeper.letIn(new SignedIn(person.get().value(), name.strip(), false), request, response);
    return Counter.onTo("/me", "page.done.account");
  }

  /// Another password.
  @PostMapping("/me/password")
  ResponseEntity<String> password(
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String fresh,
      HttpServletRequest request,
      HttpServletResponse response) {
    var account = person().flatMap(house.accounts()::of);
    if (account.isEmpty()) {
      return Counter.onTo("/signin", "page.done.signin-first");
    }
    var frame = visitors.frame(request, response);
    var wrong = new TreeMap<String, String>();
    password(fresh, "fresh", frame, wrong);
    if (!passwords.fits(old, account.get().encodedPassword())) {
      wrong.put("old", frame.say("page.me.password.old.wrong"));
    }
    if (!wrong.isEmpty()) {
      var filled = Filled.of("password", request).wrong(wrong);
      return shown(HttpStatus.UNPROCESSABLE_CONTENT, request, response, filled);
    }
    house.accounts().changePassword(account.get().person(), passwords.hash(fresh));
    return Counter.onTo("/me", "page.done.password");
  }

  /// Forgets the person, if they are sure.
  @PostMapping("/me/erase")
  ResponseEntity<String> erase(
      @RequestParam(defaultValue = "") String sure,
      HttpServletRequest request,
      HttpServletResponse response) {
    var person = person();
    if (person.isEmpty() || visitors.played(request).isPresent()) {
      return Counter.onTo("/signin", "page.done.signin-first");
    }
    if (!sure.equals("yes")) {
      var frame = visitors.frame(request, response);
      var filled = Filled.of("erase", request).refused(List.of(frame.say("page.me.erase.sure")));
      return shown(HttpStatus.UNPROCESSABLE_CONTENT, request, response, filled);
    }
    house.accounts().erase(person.get());
    doorkeeper.letOut(request);
    return Counter.onTo("/", "page.done.erased");
  }

  private static void password(
      String password, String field, Frame frame, Map<String, String> wrong) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      wrong.put(
          field,
          frame.say(
              "page.me.password.wrong",
              "least",
              Integer.toString(SHORTEST),
              "most",
              Integer.toString(LONGEST)));
    }
  }

  private static Optional<PersonId> person() {
    return Doorkeeper.whoIsThere().map(someone -> new PersonId(someone.person()));
  }

  private ResponseEntity<String> shown(
      HttpStatus status, HttpServletRequest request, HttpServletResponse response, Filled filled) {
    var frame = visitors.frame(request, response);
    if (person().isEmpty() && visitors.played(request).isEmpty()) {
      return Counter.onTo("/signin", "page.done.signin-first");
    }
    return pages.page(
        status,
        "mine",
        Map.of(
            "frame",
            frame,
            "mine",
            mine(request, frame),
            "account",
            visitors.played(request).isPresent()
                ? Optional.<String>empty()
                : person().flatMap(house.accounts()::of).map(account -> account.name()),
            "isDemo",
            visitors.played(request).isPresent(),
            "filled",
            filled));
  }

  private List<Mine> mine(HttpServletRequest request, Frame frame) {
    return places(request).entrySet().stream()
        .map(place -> mine(place.getKey(), place.getValue(), frame))
        .toList();
  }

  /// Where the visitor is somebody.
  private Map<StreamId, Pseudonym> places(HttpServletRequest request) {
    var places =
        new TreeMap<StreamId, Pseudonym>(java.util.Comparator.comparing(StreamId::toString));
    var played = visitors.played(request).filter(name -> !name.equals(DemoRoles.RESIDENT));
    if (played.isPresent()) {
      for (var project : List.of(DemoLoad.SKEWED_RENTING, DemoLoad.TREES)) {
        var who = DemoPeople.made().of(project, played.get());
        if (!house.desk().dossier(project).project().rolesOf(who).isEmpty()) {
          places.put(project, who);
        }
      }
      return places;
    }
    person().stream()
        .flatMap(id -> house.pseudonyms().places(id).stream())
        .filter(place -> place.where().project().isPresent())
        .forEach(place -> places.put(place.where(), place.who()));
    return places;
  }

  private Mine mine(StreamId project, Pseudonym who, Frame frame) {
    var dossier = house.desk().dossier(project);
    var roles = new java.util.TreeSet<>(dossier.project().rolesOf(who));
    person().stream()
        .flatMap(id -> house.pseudonyms().places(id).stream())
        .filter(place -> place.who().equals(who))
        .map(Place::roles)
        .forEach(roles::addAll);
    var diary = new Diary(frame.words());
    var receipts = new ArrayList<Mine.Receipt>();
    house.desk().journal().stream(project, 0).stream()
        .filter(entry -> entry.actor().who().equals(who))
        .forEach(
            entry ->
                receipts.add(
                    new Mine.Receipt(
                        diary.say(ActCodec.read(entry))
                            + diary.road(entry.actor()).map(road -> " " + road).orElse(""),
                        frame.moment(entry.time()),
                        entry.position())));
    var statements =
        dossier.conversation().statements().stream()
            .filter(statement -> statement.by().equals(who))
            .map(statement -> new Mine.Said(text(statement.text(), frame), statement.fate()))
            .toList();
    var votes = new ArrayList<Mine.Vote>();
    house
        .votes()
        .of(project, who)
        .forEach(
            (statement, choice) ->
                dossier
                    .conversation()
                    .statement(statement)
                    .ifPresent(s -> votes.add(new Mine.Vote(text(s.text(), frame), choice))));
    return new Mine(
        project.toString(),
        dossier.project().opened().map(opened -> frame.say(opened.title())).orElse(""),
        who.value(),
        roles.stream().map(frame::name).toList(),
        dossier.parties().heldBy(who).stream()
            .flatMap(seat -> dossier.parties().party(seat.party()).stream())
            .map(party -> frame.say(party.name()))
            .toList(),
        votes,
        statements,
        receipts.reversed());
  }

  private String text(Commitment commitment, Frame frame) {
    return house
        .desk()
        .journal()
        .text(commitment)
        .map(KeptText::text)
        .orElseGet(() -> frame.say("page.erased"));
  }
}
