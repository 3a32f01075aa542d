package nl.onzedata.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Diary;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.journal.Entry;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The account of a project: its acts as a diary, the proof of each, and the logs themselves.
@Controller
public final class AccountPages {
  /// How many acts stand on one page.
  static final int PAGE = 50;

  private final Desk desk;
  private final PublicLogs logs;
  private final Pages pages;
  private final Visitors visitors;
  private final Counter counter;

  public AccountPages(Desk desk, PublicLogs logs, Pages pages, Visitors visitors) {
    this.counter = new Counter(desk, pages, visitors);
    this.desk = desk;
    this.logs = logs;
    this.pages = pages;
    this.visitors = visitors;
  }

  /// An act in plain words, with its place in the log.
  public record Line(String sentence, String when, String as, long position) {}

  /// The acts of a project as a diary, the newest first.
  @GetMapping("/{authority}/{project}/account")
  public ResponseEntity<String> account(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam(defaultValue = "1") String page,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project), visit -> diary(visit, page));
  }

  private ResponseEntity<String> diary(Visit visit, String asked) {
    long acts = visit.dossier().sequence();
    int last = (int) Math.max(1, (acts + PAGE - 1) / PAGE);
    int page = asked.matches("[1-9]\\d{0,6}") ? Math.min(last, Integer.parseInt(asked)) : 1;
    long newest = acts - (long) (page - 1) * PAGE;
    var lines =
        desk.journal().stream(visit.dossier().stream(), Math.max(0, newest - PAGE)).stream()
            .filter(entry -> entry.sequence() <= newest)
            .map(entry -> line(entry, visit.frame()))
            .toList()
            .reversed();
    return pages.page(
        "account",
        Map.of("visit", visit, "lines", lines, "page", page, "last", last, "acts", acts));
  }

  private static Line line(Entry entry, Frame frame) {
    var diary = new Diary(frame.words());
    return new Line(
        diary.say(ActCodec.read(entry))
            + diary.road(entry.actor()).map(road -> " " + road).orElse(""),
        frame.moment(entry.time()),
        frame.name(entry.actor().as()),
        entry.position());
  }

  /// The proof of one act.
  @GetMapping("/{authority}/{project}/account/{position}")
  public ResponseEntity<String> proof(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String position,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.page(
        ask,
        visit -> {
          if (!position.matches("0|[1-9]\\d{0,14}")) {
            return counter.missing(ask);
          }
          var stream = visit.dossier().stream();
          return desk.journal().authority(stream.authority(), Long.parseLong(position), 1).stream()
              .filter(entry -> entry.position() == Long.parseLong(position))
              .filter(entry -> entry.stream().equals(stream))
              .findFirst()
              .map(entry -> proof(visit, entry))
              .orElseGet(() -> counter.missing(ask));
        });
  }

  private ResponseEntity<String> proof(Visit visit, Entry entry) {
    var frame = visit.frame();
    var authority = entry.stream().authority();
    var links =
        List.of(
            new Chain.Link("act", frame.say("page.chain.act"), ""),
            new Chain.Link(
                "leaf",
                frame.say("page.chain.leaf", "position", Long.toString(entry.position())),
                ""),
            new Chain.Link("tree", frame.say("page.chain.tree"), ""),
            new Chain.Link("key", frame.say("page.chain.key"), "/log"));
    return pages.page(
        "proof",
        Map.of(
            "visit",
            visit,
            "line",
            line(entry, frame),
            "entry",
            entry,
            "chain",
            new Chain(links, authority, entry.position()),
            "proof",
            logs.proof(authority, entry.position())));
  }

  /// The logs of this installation, and how to check them.
  @GetMapping("/log")
  public ResponseEntity<String> logs(HttpServletRequest request, HttpServletResponse response) {
    return pages.page(
        "logs", Map.of("frame", visitors.frame(request, response), "logs", logs.all()));
  }
}
