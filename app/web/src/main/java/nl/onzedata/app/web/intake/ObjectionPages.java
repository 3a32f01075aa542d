package nl.onzedata.app.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.onzedata.adapter.warehouse.ObjectionDesk;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Filled;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.mandate.Purposes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Where the privacy officer or the steward hands in the list of who objected (GDPR art. 21). What
/// is on it is shown to nobody, here or elsewhere.
@Controller
public final class ObjectionPages {
  private static final Class<? extends Command> SUPPLY = Command.SupplyObjections.class;

  private final Counter counter;
  private final Pages pages;
  private final ObjectionDesk objections;
  private final InstantSource clock;

  public ObjectionPages(
      Desk desk, ObjectionDesk objections, Pages pages, Visitors visitors, InstantSource clock) {
    this.counter = new Counter(desk, pages, visitors);
    this.pages = pages;
    this.objections = objections;
    this.clock = clock;
  }

  /// Something that can be chosen.
  public record Choice(String value, String name) {}

  /// The form.
  @GetMapping("/{authority}/{project}/data/objections")
  public ResponseEntity<String> form(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> {
          var filled =
              Filled.with(
                  "objections",
                  Map.of(
                      "dataset",
                      Optional.ofNullable(request.getParameter("dataset")).orElse(""),
                      "purpose",
                      agreed(visit)));
          return visit.may(SUPPLY)
              ? show(
                  HttpStatus.OK,
                  visit,
                  "large".equals(request.getParameter("problem"))
                      ? filled.wrong(Map.of("file", tooLarge(visit.frame())))
                      : filled)
              : counter.forbidden(visit, SUPPLY);
        });
  }

  /// The purpose of the agreement that holds now; empty if none does.
  private String agreed(Visit visit) {
    return visit
        .dossier()
        .standing()
        .now(clock.instant())
        .flatMap(ground -> Basis.of(visit.dossier(), ground.mandate()))
        .flatMap(
            read ->
                read instanceof Basis.Read.Usable(var basis)
                    ? Optional.of(basis.mandate().purpose().code())
                    : Optional.empty())
        .orElse("");
  }

  private ResponseEntity<String> show(HttpStatus status, Visit visit, Filled filled) {
    return pages.page(
        status,
        "intake/objections",
        Map.of(
            "visit",
            visit,
            "filled",
            filled,
            "datasets",
            datasets(visit),
            "purposes",
            Purposes.codes().stream()
                .map(code -> new Choice(code, visit.frame().say(Purposes.name(code))))
                .toList()));
  }

  private static List<Choice> datasets(Visit visit) {
    return Basis.contracts(visit.dossier()).stream()
        .filter(contract -> contract.classification() == Contract.Classification.PERSONAL)
        .filter(contract -> contract.subject().isPresent())
        .map(
            contract ->
                new Choice(
                    contract.dataset(),
                    visit
                        .frame()
                        .say(
                            "intake.objections.dataset.one",
                            "name",
                            visit.frame().say(contract.name()),
                            "column",
                            contract.subject().orElseThrow())))
        .toList();
  }

  private static String tooLarge(Frame frame) {
    return frame.say(
        "intake.problem.large", "most", Long.toString(IntakePages.MOST_BYTES / (1024 * 1024)));
  }

  /// Takes in a list.
  @PostMapping("/{authority}/{project}/data/objections")
  public ResponseEntity<String> hand(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          if (visit.actor(SUPPLY).isEmpty()) {
            return counter.forbidden(visit, SUPPLY);
          }
          var filled = Filled.of("objections", request);
          var wrong = wrong(visit, filled, file);
          return wrong.isEmpty() && file != null
              ? handIn(visit, filled, file)
              : show(HttpStatus.UNPROCESSABLE_CONTENT, visit, filled.wrong(wrong));
        });
  }

  private static Map<String, String> wrong(
      Visit visit, Filled filled, @Nullable MultipartFile file) {
    var wrong = new TreeMap<String, String>();
    if (datasets(visit).stream().noneMatch(one -> one.value().equals(filled.value("dataset")))) {
      wrong.put("dataset", visit.frame().say("intake.objections.problem.dataset"));
    }
    if (!Purposes.knows(filled.value("purpose"))) {
      wrong.put("purpose", visit.frame().say("intake.objections.problem.purpose"));
    }
    if (file == null || file.isEmpty()) {
      wrong.put("file", visit.frame().say("intake.problem.file"));
    } else if (file.getSize() > IntakePages.MOST_BYTES) {
      wrong.put("file", tooLarge(visit.frame()));
    }
    return wrong;
  }

  private ResponseEntity<String> handIn(Visit visit, Filled filled, MultipartFile file) {
    try {
      var copy = Files.createTempFile("objections-", ".csv");
      try {
        file.transferTo(copy);
        return answer(
            visit,
            filled,
            objections.handIn(
                visit.dossier().stream(),
                filled.value("dataset"),
                filled.value("purpose"),
                copy,
                isNobody(filled),
                visit.actor(SUPPLY).orElseThrow()));
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether it is said that nobody objects any more.
  private static boolean isNobody(Filled filled) {
    return filled.value("nobody").equals("yes");
  }

  private ResponseEntity<String> answer(Visit visit, Filled filled, ObjectionDesk.Outcome outcome) {
    return switch (outcome) {
      case ObjectionDesk.Outcome.Holds(var version, var isNew, var unknown) ->
          Counter.onTo(
              visit.path() + "/data",
              "intake.done.list"
                  + (!isNew
                      ? "-same"
                      : isNobody(filled)
                          ? "-nobody"
                          : unknown.code().equals("objections.unknown-some") ? "-unknown" : ""));
      case ObjectionDesk.Outcome.Unusable(var problems, var rest) -> {
        var said =
            Stream.concat(
                    problems.stream().map(problem -> visit.frame().say(problem.message())),
                    rest.values().stream()
                        .map(
                            more ->
                                visit
                                    .frame()
                                    .say(
                                        "intake.objections.problem.more",
                                        "n",
                                        Long.toString(more))))
                .toList();
        yield show(
            HttpStatus.UNPROCESSABLE_CONTENT,
            visit,
            filled
                .refused(said)
                .wrong(Map.of("file", visit.frame().say("intake.objections.problem.file"))));
      }
      case ObjectionDesk.Outcome.Refused(var reasons) ->
          show(
              HttpStatus.CONFLICT,
              visit,
              filled.refused(reasons.stream().map(visit.frame()::say).toList()));
    };
  }
}
