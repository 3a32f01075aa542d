package nl.onzedata.app.web.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.deliberation.Votes.Tally;
import nl.onzedata.core.dossier.Desk;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What came out of a conversation: what is shared, what divides, and the two images.
@Controller
public final class OutcomePages {
  private final Counter counter;
  private final Pages pages;
  private final Speakers speakers;
  private final Votes votes;
  private final Pictures pictures;

  public OutcomePages(Desk desk, Pages pages, Visitors visitors, Votes votes, Pictures pictures) {
    this.counter = new Counter(desk, pages, visitors);
    this.speakers = new Speakers(desk.journal());
    this.pages = pages;
    this.votes = votes;
    this.pictures = pictures;
  }

  /// What the page shows.
  public record Outcome(
      long voters,
      List<Line> common,
      List<Line> different,
      List<Line> few,
      TwoImagesPicture picture) {
    /// All statements, in the order in which they stand on the page.
    public List<Line> all() {
      var all = new ArrayList<Line>(common);
      all.addAll(different);
      all.addAll(few);
      return all;
    }
  }

  /// A statement with its counts.
  ///
  /// @param agreed whether more agree than disagree
  /// @param bar as SVG
  /// @param shown whether enough people voted to show how they did
  public record Line(Speakers.Card card, Tally tally, boolean agreed, String bar, boolean shown) {
    /// How many say the same.
    public long same() {
      return Math.max(tally.agree(), tally.disagree());
    }

    /// A share of all voters in whole percent.
    public long percent(long part) {
      return Math.round(100.0 * part / Math.max(1, tally.all()));
    }
  }

  /// The outcome so far.
  @GetMapping("/{authority}/{project}/conversation/results")
  public ResponseEntity<String> results(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> pages.page("talk/results", Map.of("visit", visit, "outcome", outcome(visit))));
  }

  private Outcome outcome(Visit visit) {
    var dossier = visit.dossier();
    var findings = Findings.of(dossier.conversation(), votes.tallies(dossier.stream()));
    return new Outcome(
        votes.voters(dossier.stream()),
        lines(visit, findings.common()),
        lines(visit, findings.different()),
        lines(visit, findings.few()),
        pictures.of(dossier));
  }

  private List<Line> lines(Visit visit, List<Findings.Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                new Line(
                    speakers.card(finding.statement(), visit.dossier(), visit.frame()),
                    finding.tally(),
                    finding.agreed(),
                    finding.isFew() ? "" : Bar.svg(finding.tally()),
                    !finding.isFew()))
        .toList();
  }
}
