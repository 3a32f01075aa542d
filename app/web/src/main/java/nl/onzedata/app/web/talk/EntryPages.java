package nl.onzedata.app.web.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.onzedata.app.web.Codes;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Filled;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.deliberation.Votes.Choice;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Command.EnterFor;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.party.Parties.Seat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a facilitator or a clerk enters what came on paper, by telephone or in a conversation: a
/// statement, votes, or a seat's answer. It counts for whoever wrote or said it.
@Controller
public final class EntryPages {
  private final Pages pages;
  private final Counter counter;
  private final Codes codes;
  private final Votes votes;
  private final InstantSource clock;
  private final Speakers speakers;

  public EntryPages(
      Desk desk, Pages pages, Visitors visitors, Codes codes, Votes votes, InstantSource clock) {
    this.pages = pages;
    this.counter = new Counter(desk, pages, visitors);
    this.codes = codes;
    this.votes = votes;
    this.clock = clock;
    this.speakers = new Speakers(desk.journal());
  }

  /// A vote that was entered, with its receipt for the voter.
  public record Entered(String statement, Choice choice, long number) {}

  /// What can be entered, or the form for one of them.
  @GetMapping("/{authority}/{project}/enter")
  public ResponseEntity<String> form(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam(defaultValue = "") String what,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit ->
            visit.may(EnterFor.class)
                ? shown(HttpStatus.OK, visit, what, Filled.NOT, List.of())
                : counter.forbidden(visit, EnterFor.class));
  }

  /// Enters one: `statement`, `votes` or `answer`.
  @PostMapping("/{authority}/{project}/enter/{what}")
  public ResponseEntity<String> enter(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String what,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.form(
        ask,
        visit -> {
          if (!visit.may(EnterFor.class)) {
            return counter.forbidden(visit, EnterFor.class);
          }
          var filled = Filled.of(what, request);
          return switch (what) {
            case "statement" -> statement(visit, filled);
            case "votes" -> votes(visit, filled);
            case "answer" -> answer(visit, filled);
            default -> counter.missing(ask);
          };
        });
  }

  private ResponseEntity<String> statement(Visit visit, Filled filled) {
    var wrong = road(visit, filled);
    if (filled.value("text").isBlank()) {
      wrong.put("text", visit.frame().say("talk.enter.problem.text"));
    }
    var holder = holder(visit, filled, wrong);
    if (!wrong.isEmpty()) {
      return wrong(visit, filled, wrong);
    }
    return give(
        visit,
        filled,
        holder.orElseThrow(),
        Role.CODE_HOLDER,
        new Command.ProposeStatement(filled.value("text")));
  }

  private ResponseEntity<String> answer(Visit visit, Filled filled) {
    var frame = visit.frame();
    var wrong = road(visit, filled);
    var seat = seats(visit).stream().filter(s -> s.id().equals(filled.value("seat"))).findFirst();
    if (seat.isEmpty()) {
      wrong.put("seat", frame.say("talk.enter.problem.seat"));
    }
    var answer = chosen(Answer.values(), filled.value("answer"));
    if (answer.isEmpty()) {
      wrong.put("answer", frame.say("talk.enter.problem.answer"));
    }
    if (answer.filter(given -> given != Answer.CONSENT).isPresent()
        && filled.value("reason").isBlank()) {
      wrong.put("reason", frame.say("talk.enter.problem.reason"));
    }
    if (answer.filter(Answer.OBJECTION::equals).isPresent() && filled.value("harm").isBlank()) {
      wrong.put("harm", frame.say("talk.enter.problem.harm"));
    }
    if (!wrong.isEmpty()) {
      return wrong(visit, filled, wrong);
    }
    return give(
        visit,
        filled,
        seat.flatMap(Seat::holder).orElseThrow(),
        Role.SEAT_HOLDER,
        new Command.GiveAnswer(
            filled.value("seat"),
            answer.orElseThrow(),
            filled.value("reason"),
            filled.value("harm")));
  }

  private ResponseEntity<String> give(
      Visit visit, Filled filled, Pseudonym person, Role as, Command what) {
    return counter.give(
        visit,
        new EnterFor(person, as, channel(filled).orElseThrow(), filled.value("form"), what),
        visit.path() + "/enter?what=" + filled.form(),
        "talk.done.enter-" + filled.form(),
        reasons ->
            shown(
                HttpStatus.UNPROCESSABLE_CONTENT,
                visit,
                filled.form(),
                filled.refused(reasons),
                List.of()));
  }

  private ResponseEntity<String> votes(Visit visit, Filled filled) {
    var frame = visit.frame();
    var wrong = road(visit, filled);
    var chosen = new LinkedHashMap<Speakers.Card, Choice>();
    for (var card : cards(visit)) {
      chosen(Choice.values(), filled.value("vote-" + card.id()))
          .ifPresent(choice -> chosen.put(card, choice));
    }
    if (chosen.isEmpty()) {
      wrong.put("votes", frame.say("talk.enter.problem.votes"));
    }
    var holder = holder(visit, filled, wrong);
    if (!wrong.isEmpty()) {
      return wrong(visit, filled, wrong);
    }
    var by = visit.actor(EnterFor.class).orElseThrow().who();
    var road =
        new Votes.Road(
            channel(filled).orElseThrow(), Optional.of(new Actor.Proxy(by, filled.value("form"))));
    var entered = new ArrayList<Entered>();
    chosen.forEach(
        (card, choice) ->
            entered.add(
                new Entered(
                    card.text(),
                    choice,
                    votes.cast(
                        visit.dossier().stream(),
                        holder.orElseThrow(),
                        card.id(),
                        choice,
                        clock.instant(),
                        road))));
    return shown(HttpStatus.OK, visit, "votes", Filled.NOT, entered);
  }

  /// What is wrong with how it came in.
  private static Map<String, String> road(Visit visit, Filled filled) {
    var wrong = new TreeMap<String, String>();
    if (channel(filled).isEmpty()) {
      wrong.put("channel", visit.frame().say("refusal.entry-channel"));
    }
    if (!EnterFor.isForm(filled.value("form"))) {
      wrong.put("form", visit.frame().say("refusal.entry-form", "found", filled.value("form")));
    }
    return wrong;
  }

  /// Whose code it is. Looked up only if all else is right: a code that was never used becomes
  /// somebody's by it.
  private Optional<Pseudonym> holder(Visit visit, Filled filled, Map<String, String> wrong) {
    var frame = visit.frame();
    if (filled.value("code").isBlank()) {
      wrong.put("code", frame.say("talk.enter.problem.code"));
    }
    if (!wrong.isEmpty()) {
      return Optional.empty();
    }
    var holder = codes.holder(visit.dossier().stream(), filled.value("code"));
    if (holder.isEmpty()) {
      wrong.put("code", frame.say("talk.enter.problem.code"));
    } else if (holder.equals(visit.who())) {
      wrong.put("code", frame.say("refusal.entry-self"));
    }
    return holder;
  }

  private ResponseEntity<String> wrong(Visit visit, Filled filled, Map<String, String> wrong) {
    return shown(
        HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.form(), filled.wrong(wrong), List.of());
  }

  private ResponseEntity<String> shown(
      HttpStatus status, Visit visit, String what, Filled filled, List<Entered> entered) {
    return pages.page(
        status,
        "talk/enter",
        Map.of(
            "visit",
            visit,
            "what",
            what,
            "filled",
            filled,
            "cards",
            cards(visit),
            "seats",
            seats(visit),
            "channels",
            Stream.of(Channel.values()).filter(EnterFor::isElsewhere).toList(),
            "entered",
            entered));
  }

  /// The statements that take votes now.
  private List<Speakers.Card> cards(Visit visit) {
    var conversation = visit.dossier().conversation();
    return VotePages.ended(visit)
        ? List.of()
        : conversation.admitted().stream()
            .filter(statement -> conversation.takesVotesOn(statement.id()))
            .map(statement -> speakers.card(statement, visit.dossier(), visit.frame()))
            .toList();
  }

  /// The seats that can answer now.
  private List<Seat> seats(Visit visit) {
    return visit.dossier().running().stream()
        .filter(round -> round.isIn(Phase.DECIDING) || round.isIn(Phase.TESTING))
        .flatMap(
            round ->
                visit.dossier().parties().seats().stream()
                    .filter(seat -> seat.holder().isPresent())
                    .filter(seat -> round.seats().contains(seat.id())))
        .toList();
  }

  private static Optional<Channel> channel(Filled filled) {
    return chosen(Channel.values(), filled.value("channel")).filter(EnterFor::isElsewhere);
  }

  private static <E extends Enum<E>> Optional<E> chosen(E[] of, String name) {
    return Stream.of(of).filter(one -> one.name().equals(name)).findFirst();
  }
}
