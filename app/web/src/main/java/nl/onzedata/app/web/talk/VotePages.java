package nl.onzedata.app.web.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.deliberation.Conversation.Batch;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.deliberation.Votes.Choice;
import nl.onzedata.core.deliberation.Votes.Receipt;
import nl.onzedata.core.deliberation.Votes.Tally;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.ProjectAct.Stage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Voting: one statement at a time, and the list of one's own votes. Anyone may vote, without an
/// account.
@Controller
public final class VotePages {
  private final Counter counter;
  private final Pages pages;
  private final Speakers speakers;
  private final Votes votes;
  private final Images images;
  private final InstantSource clock;

  public VotePages(
      Desk desk, Pages pages, Visitors visitors, Votes votes, Images images, InstantSource clock) {
    this.counter = new Counter(desk, pages, visitors);
    this.speakers = new Speakers(desk.journal());
    this.pages = pages;
    this.votes = votes;
    this.images = images;
    this.clock = clock;
  }

  /// What the vote page shows.
  ///
  /// @param card the statement to vote on; nothing if all were voted on or none can be
  /// @param heard how many voted on it
  /// @param before what the visitor said of it earlier
  /// @param left how many statements the visitor has yet to vote on, this one included
  /// @param total how many statements can be voted on
  /// @param waiting how many statements a moderator has yet to read
  /// @param slip the receipt of the vote that was just cast
  /// @param told whether the visitor told how they see the project
  /// @param problems why the form was refused
  public record Turn(
      Optional<Speakers.Card> card,
      long heard,
      Optional<Choice> before,
      int left,
      int total,
      int waiting,
      Optional<Slip> slip,
      boolean told,
      List<String> problems) {}

  /// A receipt, with where it is sealed if it is.
  public record Slip(Speakers.Card card, Receipt receipt, Optional<Batch> batch) {}

  /// The next statement, or with `statement` the one that is asked for.
  @GetMapping("/{authority}/{project}/conversation")
  public ResponseEntity<String> turn(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam Optional<String> statement,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> turn(HttpStatus.OK, visit, statement, List.of()));
  }

  /// Counts a vote, and goes on to the next statement.
  @PostMapping("/{authority}/{project}/conversation/votes")
  public ResponseEntity<String> vote(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam Optional<String> statement,
      @RequestParam Optional<String> choice,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          var chosen = choice.flatMap(VotePages::choice);
          var on = statement.filter(visit.dossier().conversation()::takesVotesOn);
          var problems =
              Stream.of(
                      Optional.of("talk.vote.ended").filter(code -> ended(visit)),
                      Optional.of("talk.vote.unknown").filter(code -> on.isEmpty()),
                      Optional.of("talk.vote.choose").filter(code -> chosen.isEmpty()))
                  .flatMap(Optional::stream)
                  .map(code -> visit.frame().say(code))
                  .toList();
          if (!problems.isEmpty()) {
            return turn(HttpStatus.UNPROCESSABLE_CONTENT, visit, on, problems);
          }
          votes.cast(
              visit.dossier().stream(),
              visit.who().orElseThrow(),
              on.orElseThrow(),
              chosen.orElseThrow(),
              clock.instant());
          return Counter.onTo(visit.path() + "/conversation", "talk.done.vote");
        });
  }

  /// One's own votes, with their receipts.
  @GetMapping("/{authority}/{project}/conversation/mine")
  public ResponseEntity<String> mine(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> pages.page("talk/mine", Map.of("visit", visit, "slips", slips(visit))));
  }

  private ResponseEntity<String> turn(
      HttpStatus status, Visit visit, Optional<String> asked, List<String> problems) {
    return pages.page(
        status, "talk/vote", Map.of("visit", visit, "turn", turn(visit, asked, problems)));
  }

  private Turn turn(Visit visit, Optional<String> asked, List<String> problems) {
    var dossier = visit.dossier();
    var conversation = dossier.conversation();
    var tallies = votes.tallies(dossier.stream());
    var mine = receipts(visit);
    var left = Turns.left(conversation, tallies, mine.keySet());
    var statement =
        asked
            .filter(conversation::takesVotesOn)
            .flatMap(conversation::statement)
            .or(() -> left.stream().findFirst())
            .filter(known -> conversation.isOpen() && !ended(visit));
    return new Turn(
        statement.map(known -> speakers.card(known, dossier, visit.frame())),
        statement.map(known -> tallies.getOrDefault(known.id(), Tally.NONE).all()).orElse(0L),
        statement.flatMap(known -> Optional.ofNullable(mine.get(known.id()))).map(Receipt::choice),
        left.size(),
        conversation.admitted().size(),
        conversation.waiting().size(),
        visit.frame().done().filter("talk.done.vote"::equals).flatMap(done -> last(visit, mine)),
        visit
            .who()
            .filter(who -> images.of(dossier.stream(), who, Measurement.FIRST).isPresent())
            .isPresent(),
        problems);
  }

  private Optional<Slip> last(Visit visit, Map<String, Receipt> mine) {
    return mine.entrySet().stream()
        .max(Comparator.comparingLong(vote -> vote.getValue().number()))
        .flatMap(vote -> slip(visit, vote.getKey(), vote.getValue()));
  }

  private List<Slip> slips(Visit visit) {
    return receipts(visit).entrySet().stream()
        .sorted(Comparator.comparingLong(vote -> -vote.getValue().number()))
        .flatMap(vote -> slip(visit, vote.getKey(), vote.getValue()).stream())
        .toList();
  }

  private Optional<Slip> slip(Visit visit, String statement, Receipt receipt) {
    var conversation = visit.dossier().conversation();
    return conversation
        .statement(statement)
        .map(
            known ->
                new Slip(
                    speakers.card(known, visit.dossier(), visit.frame()),
                    receipt,
                    conversation.batchOfVote(receipt.number())));
  }

  private Map<String, Receipt> receipts(Visit visit) {
    return visit.who().map(who -> votes.receipts(visit.dossier().stream(), who)).orElse(Map.of());
  }

  /// Whether the project is over, and its conversation with it.
  static boolean ended(Visit visit) {
    return visit.dossier().project().stage() == Stage.ENDED;
  }

  private static Optional<Choice> choice(String text) {
    return Stream.of(Choice.values())
        .filter(choice -> choice.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
