package nl.onzedata.app.web.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Images.Image;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.dossier.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Telling how one sees a project, from service to control, and seeing how each side does.
@Controller
public final class ImagePages {
  private final Counter counter;
  private final Pages pages;
  private final Visitors visitors;
  private final Votes votes;
  private final Images images;
  private final Pictures pictures;
  private final InstantSource clock;

  public ImagePages(
      Desk desk,
      Pages pages,
      Visitors visitors,
      Votes votes,
      Images images,
      Pictures pictures,
      InstantSource clock) {
    this.counter = new Counter(desk, pages, visitors);
    this.pages = pages;
    this.visitors = visitors;
    this.votes = votes;
    this.images = images;
    this.pictures = pictures;
    this.clock = clock;
  }

  /// The form as it is shown.
  ///
  /// @param sides that the visitor may count for; with one, there is nothing to choose
  /// @param side the one that is chosen
  /// @param last what the visitor told last in this measurement
  /// @param slider where the slider stands
  /// @param score what stands in the number field
  public record Form(
      List<SideChoice> sides,
      String side,
      int wave,
      Optional<Image> last,
      int slider,
      String score,
      List<String> problems) {}

  /// A side that someone may count for.
  public record SideChoice(String id, String name) {}

  /// The form and the picture.
  @GetMapping("/{authority}/{project}/conversation/images")
  public ResponseEntity<String> images(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> show(HttpStatus.OK, visit, empty(visit, request)));
  }

  /// Counts an image. A number that was filled in counts before the slider.
  @PostMapping("/{authority}/{project}/conversation/images")
  public ResponseEntity<String> tell(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam(defaultValue = "") String slider,
      @RequestParam(defaultValue = "") String score,
      @RequestParam(defaultValue = "") String side,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> tell(visit, request, slider.strip(), score.strip(), side.strip()));
  }

  private ResponseEntity<String> tell(
      Visit visit, HttpServletRequest request, String slider, String score, String side) {
    var form = empty(visit, request);
    var frame = visit.frame();
    var told = score.isEmpty() ? slider : score;
    var known = form.sides().stream().map(SideChoice::id).toList();
    var chosen = known.size() == 1 ? known.getFirst() : side.isEmpty() ? form.side() : side;
    var problems = new ArrayList<String>();
    if (VotePages.ended(visit)) {
      problems.add(frame.say("talk.images.ended"));
    } else if (!visit.dossier().conversation().isOpen()) {
      problems.add(frame.say("talk.images.closed"));
    }
    if (!isScore(told)) {
      problems.add(frame.say("talk.images.score.bad", "found", told));
    }
    if (!known.contains(chosen)) {
      problems.add(frame.say("talk.images.side.bad", "found", chosen));
    }
    if (!problems.isEmpty()) {
      return show(
          HttpStatus.UNPROCESSABLE_CONTENT,
          visit,
          new Form(
              form.sides(),
              chosen,
              form.wave(),
              form.last(),
              isScore(slider) ? Integer.parseInt(slider) : form.slider(),
              score,
              problems));
    }
    images.tell(
        visit.dossier().stream(),
        visit.who().orElseThrow(),
        new Image(chosen, form.wave(), Integer.parseInt(told)),
        clock.instant());
    return Counter.onTo(visit.path() + "/conversation/images", "talk.done.image");
  }

  private ResponseEntity<String> show(HttpStatus status, Visit visit, Form form) {
    return pages.page(
        status,
        "talk/images",
        Map.of("visit", visit, "form", form, "picture", pictures.of(visit.dossier())));
  }

  private Form empty(Visit visit, HttpServletRequest request) {
    var project = visit.dossier().stream();
    int wave =
        visit
            .who()
            .map(
                who ->
                    Measurement.next(
                        images.when(project, who, Measurement.FIRST),
                        votes.receipts(project, who).values()))
            .orElse(Measurement.FIRST);
    var last = visit.who().flatMap(who -> images.of(project, who, wave));
    var before = last.or(() -> visit.who().flatMap(w -> images.of(project, w, Measurement.FIRST)));
    var sides = sides(visit, request);
    var side =
        before
            .map(Image::side)
            .filter(id -> sides.stream().anyMatch(choice -> choice.id().equals(id)))
            .orElse(sides.getLast().id());
    return new Form(sides, side, wave, last, before.map(Image::score).orElse(50), "", List.of());
  }

  /// The parties of one's seats or invitation; whoever has neither chooses an affected group, or
  /// counts as a resident.
  private List<SideChoice> sides(Visit visit, HttpServletRequest request) {
    var dossier = visit.dossier();
    var parties = new TreeSet<String>();
    visit.seats().forEach(seat -> parties.add(seat.party()));
    if (parties.isEmpty()) {
      visitors
          .party(request, dossier.stream())
          .filter(id -> TwoImagesPicture.name(dossier, id).isPresent())
          .ifPresent(parties::add);
    }
    if (!parties.isEmpty()) {
      return parties.stream().map(id -> choice(visit, id)).toList();
    }
    return Stream.concat(
            dossier.project().groups().stream().map(group -> choice(visit, group.id())),
            Stream.of(
                new SideChoice(TwoImagesPicture.RESIDENT, visit.frame().say("talk.resident"))))
        .toList();
  }

  private static SideChoice choice(Visit visit, String id) {
    return new SideChoice(
        id, TwoImagesPicture.name(visit.dossier(), id).map(visit.frame()::say).orElse(id));
  }

  private static boolean isScore(String text) {
    return text.matches("\\d{1,3}") && Integer.parseInt(text) <= 100;
  }
}
