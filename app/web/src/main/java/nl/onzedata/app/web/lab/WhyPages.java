package nl.onzedata.app.web.lab;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onzedata.app.web.Chain;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.lab.Published.Found;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.project.Project.Snapshot;
import nl.onzedata.core.query.CheckedQuery;
import nl.onzedata.core.query.Release;
import nl.onzedata.core.query.Releases;
import nl.onzedata.core.round.Standing.Ground;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Why a figure may be shown: three sentences, and under them everything that they rest on, down to
/// the log. The figure is held against the log at each request.
@Controller
public final class WhyPages {
  private final Counter counter;
  private final Pages pages;
  private final Releases releases;
  private final Explainer explainer = new Explainer();

  public WhyPages(Desk desk, Releases releases, Pages pages, Visitors visitors) {
    this.counter = new Counter(desk, pages, visitors);
    this.releases = releases;
    this.pages = pages;
  }

  /// What the page says of one figure.
  ///
  /// @param definition digest of the text that was run
  /// @param figure as it is shown; the word for hidden if it is hidden
  /// @param sentences three, in plain words
  /// @param chain from the figure down to the signed log
  /// @param leaf of the publication's act, as it stands in the log
  /// @param uses what the question does with each column, and the clause that allows it
  public record View(
      Published published,
      String artefact,
      String definition,
      String figure,
      String about,
      boolean hidden,
      List<String> sentences,
      Chain chain,
      String leaf,
      List<Use> uses,
      Optional<Flow> flow,
      List<Snapshot> snapshots) {
    public View {
      sentences = List.copyOf(sentences);
      uses = List.copyOf(uses);
      snapshots = List.copyOf(snapshots);
    }
  }

  /// A use with its clause, in words.
  public record Use(String column, String use, String clause) {}

  /// Why one figure may be shown.
  ///
  /// @param row its place in the table, counted from 0
  @GetMapping("/{authority}/{project}/results/{release}/why")
  public ResponseEntity<String> why(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String release,
      @RequestParam(defaultValue = "") String artefact,
      @RequestParam(defaultValue = "") String row,
      @RequestParam(defaultValue = "") String value,
      HttpServletRequest request,
      HttpServletResponse response) {
    var ask = new Ask(request, response, authority, project);
    return counter.page(
        ask,
        visit ->
            Published.find(visit.dossier(), release, releases)
                .flatMap(
                    found ->
                        switch (found) {
                          case Found.Broken broken -> Optional.of(broken(visit, broken));
                          case Found.Fits(var published) ->
                              view(published, artefact, row, value, visit.frame())
                                  .map(view -> page(visit, view));
                        })
                .orElseGet(() -> counter.missing(ask)));
  }

  private ResponseEntity<String> page(Visit visit, View view) {
    return pages.page("lab/why", Map.of("visit", visit, "view", view));
  }

  private ResponseEntity<String> broken(Visit visit, Found.Broken broken) {
    return pages.page(HttpStatus.CONFLICT, "lab/broken", Map.of("visit", visit, "broken", broken));
  }

  private Optional<View> view(
      Published published, String artefact, String row, String value, Frame frame) {
    var table = published.table(artefact).filter(t -> t.values().contains(value));
    int at = row.matches("\\d{1,6}") ? Integer.parseInt(row) : -1;
    return table
        .filter(t -> at >= 0 && at < t.rows().size())
        .map(t -> view(published, t, at, value, frame));
  }

  private View view(Published published, Release.Table table, int at, String value, Frame frame) {
    var row = table.rows().get(at);
    var query = explainer.query(published, table.artefact());
    var unit = unit(published, table.artefact(), value);
    var numbers = new Numbers(frame.words(), unit);
    boolean hidden = row.hidden().contains(value);
    var figure =
        Optional.ofNullable(row.values().get(value))
            .map(numbers::inWords)
            .orElse(frame.say(hidden ? "lab.hidden" : "lab.nothing"));
    var about =
        table.keys().stream()
            .map(key -> row.key().getOrDefault(key, "–"))
            .collect(Collectors.joining(", "));
    long hiddenHere = table.rows().stream().filter(r -> r.hidden().contains(value)).count();
    return new View(
        published,
        table.artefact(),
        table.hash(),
        figure,
        about.isEmpty() ? FigureTable.name(value) : about + ", " + FigureTable.name(value),
        hidden,
        sentences(published, query, frame),
        chain(published, table, query, figure, frame),
        new String(Leaf.of(published.act().entry()), StandardCharsets.UTF_8),
        uses(query, frame),
        query.map(q -> Flow.of(q.traced().lineage(), List.of(value), hiddenHere, frame.words())),
        Sources.of(published));
  }

  private static Optional<String> unit(Published published, String artefact, String value) {
    return published.dashboards().stream()
        .flatMap(dashboard -> dashboard.parts().stream())
        .filter(part -> part.indicator().equals(artefact))
        .filter(part -> part.value().filter(value::equals).isPresent())
        .flatMap(part -> part.unit().stream())
        .map(phrase -> phrase.say("nl"))
        .findFirst();
  }

  /// Three sentences: what it was made of, what allows it, and who said so.
  private static List<String> sentences(
      Published published, Optional<CheckedQuery> query, Frame frame) {
    var sentences = new ArrayList<String>();
    var datasets = query.map(q -> Set.copyOf(q.datasets())).orElse(Set.of());
    var sources = Sources.say(published.dossier(), Sources.of(published), datasets, frame);
    sentences.add(
        frame.say(
            query.filter(CheckedQuery::isOpen).isPresent() ? "lab.why.open" : "lab.why.counted",
            "sources",
            sources,
            "below",
            below(published)));
    sentences.add(frame.say("lab.why.clauses", "n", Long.toString(clauses(published, query))));
    sentences.add(published.ground().map(g -> decided(published, g, frame)).orElse(""));
    sentences.removeIf(String::isEmpty);
    return sentences;
  }

  private static String below(Published published) {
    return Basis.of(published.dossier(), published.act().act().mandate())
        .flatMap(
            read ->
                read instanceof Basis.Read.Usable(var basis)
                    ? basis.mandate().disclosure(Mandate.Measure.COUNT)
                    : Optional.empty())
        .map(rule -> Long.toString(rule.below()))
        .orElse("–");
  }

  private static String decided(Published published, Ground ground, Frame frame) {
    return switch (ground) {
      case Ground.Agreed agreed -> {
        var seats = published.dossier().round(agreed.round()).map(r -> r.seats().size()).orElse(0);
        yield frame.say(
            "lab.why.agreed",
            "n",
            Integer.toString(seats),
            "round",
            Integer.toString(agreed.round()),
            "body",
            frame.say(agreed.body()),
            "date",
            frame.day(agreed.date()),
            "decision",
            agreed.decision());
      }
      case Ground.Imposed imposed ->
          frame.say(
              "lab.why.imposed",
              "body",
              frame.say(imposed.body()),
              "date",
              frame.day(imposed.from()),
              "until",
              frame.day(imposed.until()),
              "law",
              frame.say(imposed.law()));
    };
  }

  private static Chain chain(
      Published published,
      Release.Table table,
      Optional<CheckedQuery> query,
      String figure,
      Frame frame) {
    var path = "/" + published.dossier().stream();
    var position = Long.toString(published.act().entry().position());
    var links = new ArrayList<Chain.Link>();
    links.add(
        link(frame.say("lab.chain.figure", "figure", figure), published.path() + "/release.json"));
    links.add(
        link(
            frame.say("lab.chain.definition", "artefact", table.artefact()),
            published.path() + "/" + table.artefact() + ".sql"));
    links.add(
        link(
            frame.say("lab.chain.mandate", "n", Long.toString(clauses(published, query))),
            path + "/mandate"));
    published.ground().ifPresent(ground -> links.add(decision(ground, path, frame)));
    links.add(
        new Chain.Link(
            "act",
            frame.say(
                "lab.chain.run",
                "date",
                frame.day(published.time()),
                "engine",
                published.act().act().engine()),
            path + "/account/" + position));
    links.add(new Chain.Link("leaf", frame.say("lab.chain.leaf", "position", position), ""));
    links.add(new Chain.Link("tree", frame.say("page.chain.tree"), ""));
    links.add(new Chain.Link("key", frame.say("page.chain.key"), "/log"));
    return new Chain(
        links, published.dossier().stream().authority(), published.act().entry().position());
  }

  private static Chain.Link link(String said, String href) {
    return new Chain.Link("", said, href);
  }

  private static long clauses(Published published, Optional<CheckedQuery> query) {
    return query
        .map(q -> q.uses().stream().map(use -> use.clause()).distinct().count())
        .orElse((long) published.act().act().clauses().size());
  }

  private static Chain.Link decision(Ground ground, String path, Frame frame) {
    return switch (ground) {
      case Ground.Agreed agreed ->
          link(
              frame.say(
                  "lab.chain.round",
                  "round",
                  Integer.toString(agreed.round()),
                  "decision",
                  agreed.decision()),
              path + "/rounds/" + agreed.round());
      case Ground.Imposed imposed ->
          link(frame.say("lab.chain.imposed", "decision", imposed.decision()), path + "/mandate");
    };
  }

  /// A column, and what it is computed from if the agreement computes it.
  private static String column(CheckedQuery query, String subject, Frame frame) {
    var parts = query.derived().getOrDefault(subject, Set.of());
    return parts.isEmpty()
        ? subject
        : frame.say("lab.use.computed", "column", subject, "parts", String.join(", ", parts));
  }

  static List<Use> uses(Optional<CheckedQuery> query, Frame frame) {
    return query
        .map(
            q ->
                q.uses().stream()
                    .map(
                        use ->
                            new Use(
                                column(q, use.subject(), frame),
                                frame.say("lab.use." + use.use().name()),
                                use.clause()))
                    .sorted(Comparator.comparing(Use::column).thenComparing(Use::use))
                    .toList())
        .orElse(List.of());
  }
}
