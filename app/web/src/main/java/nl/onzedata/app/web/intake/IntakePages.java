package nl.onzedata.app.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import nl.onzedata.adapter.sources.ContractProposal;
import nl.onzedata.adapter.sources.DecimalSign;
import nl.onzedata.adapter.sources.SourceFile;
import nl.onzedata.app.web.Counter;
import nl.onzedata.app.web.Counter.Ask;
import nl.onzedata.app.web.Filled;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.app.web.intake.State.Found;
import nl.onzedata.core.dataset.ContractDraft;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.project.Project.Dataset;
import nl.onzedata.core.words.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Where someone adds data of their own: hands in a file, sees what is in it, corrects the contract
/// that was proposed, and lets both in. Nobody else sees the file before that.
@Controller
public final class IntakePages {
  /// How large a file may be.
  public static final long MOST_BYTES = 200L * 1024 * 1024;

  /// How many files someone may have lying here for a project.
  private static final int MOST_OPEN = 10;

  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Class<? extends Command> ADD = Command.AddDataset.class;

  private final Counter counter;
  private final Pages pages;
  private final Intake intake;
  private final InstantSource clock;

  public IntakePages(
      Desk desk, Intake intake, Pages pages, Visitors visitors, InstantSource clock) {
    this.counter = new Counter(desk, pages, visitors);
    this.pages = pages;
    this.intake = intake;
    this.clock = clock;
  }

  /// The form that a file is handed in with.
  @GetMapping("/{authority}/{project}/data/new")
  public ResponseEntity<String> start(
      @PathVariable String authority,
      @PathVariable String project,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.page(
        new Ask(request, response, authority, project),
        visit -> {
          var filled =
              Filled.with(
                  "new", Map.of("date", LocalDate.ofInstant(clock.instant(), HERE).toString()));
          return visit.may(ADD)
              ? start(
                  HttpStatus.OK,
                  visit,
                  dataset(visit, request.getParameter("dataset")),
                  "large".equals(request.getParameter("problem"))
                      ? filled.wrong(Map.of("file", tooLarge(visit.frame())))
                      : filled)
              : counter.forbidden(visit, ADD);
        });
  }

  private static Optional<Dataset> dataset(Visit visit, @Nullable String id) {
    return visit.dossier().project().datasets().stream()
        .filter(dataset -> dataset.id().equals(id))
        .findFirst();
  }

  private ResponseEntity<String> start(
      HttpStatus status, Visit visit, Optional<Dataset> again, Filled filled) {
    return pages.page(
        status,
        "intake/start",
        Map.of(
            "visit",
            visit,
            "filled",
            filled,
            "again",
            again.map(Dataset::id).orElse(""),
            "open",
            unfinished(visit)));
  }

  private List<Delivery> unfinished(Visit visit) {
    return visit
        .who()
        .map(who -> intake.deliveries().of(visit.dossier().stream(), who))
        .orElse(List.of());
  }

  private static String tooLarge(Frame frame) {
    return frame.say("intake.problem.large", "most", Long.toString(MOST_BYTES / (1024 * 1024)));
  }

  /// Takes a file to look at.
  @PostMapping("/{authority}/{project}/data/new")
  public ResponseEntity<String> hand(
      @PathVariable String authority,
      @PathVariable String project,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response) {
    return counter.form(
        new Ask(request, response, authority, project),
        visit -> {
          if (!visit.may(ADD)) {
            return counter.forbidden(visit, ADD);
          }
          var filled = fields("new", request, List.of("name", "title", "date"));
          var again = dataset(visit, request.getParameter("dataset"));
          var wrong = wrong(visit, filled, again, file);
          return wrong.isEmpty() && file != null
              ? Counter.onTo(received(visit, filled, again, file).path(), "intake.done.received")
              : start(HttpStatus.UNPROCESSABLE_CONTENT, visit, again, filled.wrong(wrong));
        });
  }

  private static Filled fields(String form, HttpServletRequest request, List<String> names) {
    var values = new LinkedHashMap<String, String>();
    for (var name : names) {
      values.put(name, Optional.ofNullable(request.getParameter(name)).orElse("").strip());
    }
    return Filled.with(form, values);
  }

  private Map<String, String> wrong(
      Visit visit, Filled filled, Optional<Dataset> again, @Nullable MultipartFile file) {
    var frame = visit.frame();
    var wrong = new TreeMap<String, String>();
    if (again.isEmpty()) {
      var name = filled.value("name");
      var dataset = visit.dossier().stream().authority().value() + "/" + name;
      if (!name.matches("[a-z][a-z0-9_]{0,59}")) {
        wrong.put("name", frame.say("intake.problem.name", "found", name));
      } else {
        intake
            .taken(
                dataset,
                visit.dossier().stream(),
                visit.dossier().project().datasets().stream()
                    .anyMatch(known -> known.id().equals(dataset)))
            .ifPresent(taken -> wrong.put("name", frame.say(taken)));
      }
      if (filled.value("title").isBlank()) {
        wrong.put("title", frame.say("intake.problem.title"));
      }
    }
    if (date(filled.value("date")).isEmpty()) {
      wrong.put("date", frame.say("intake.problem.date", "found", filled.value("date")));
    }
    if (file == null || file.isEmpty()) {
      wrong.put("file", frame.say("intake.problem.file"));
    } else if (file.getSize() > MOST_BYTES) {
      wrong.put("file", tooLarge(frame));
    } else if (unfinished(visit).size() >= MOST_OPEN) {
      wrong.put("file", frame.say("intake.problem.many", "most", Integer.toString(MOST_OPEN)));
    }
    return wrong;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Delivery received(
      Visit visit, Filled filled, Optional<Dataset> again, MultipartFile file) {
    var authority = visit.dossier().stream().authority().value();
    var delivery =
        intake
            .deliveries()
            .receive(
                visit.dossier().stream(),
                visit.who().orElseThrow(),
                again.map(Dataset::id).orElse(authority + "/" + filled.value("name")),
                filled.value("title"),
                Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                date(filled.value("date")).orElseThrow(),
                again.isPresent(),
                file::transferTo);
    var with = delivery.with(again.map(Dataset::contract));
    intake.deliveries().keep(with);
    intake.state(with);
    return with;
  }

  /// How far a delivery is: what goes on, what is wrong, or the contract to correct.
  @GetMapping("/{authority}/{project}/data/new/{delivery}")
  public ResponseEntity<String> look(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String delivery,
      HttpServletRequest request,
      HttpServletResponse response) {
    return found(new Ask(request, response, authority, project), delivery, this::show);
  }

  private ResponseEntity<String> found(
      Ask ask, String id, BiFunction<Visit, Delivery, ResponseEntity<String>> then) {
    return counter.form(
        ask,
        visit ->
            visit.may(ADD)
                ? visit
                    .who()
                    .flatMap(who -> intake.find(id, visit.dossier().stream(), who))
                    .map(found -> then.apply(visit, found))
                    .orElseGet(() -> counter.missing(ask))
                : counter.forbidden(visit, ADD));
  }

  private ResponseEntity<String> show(Visit visit, Delivery delivery) {
    return switch (intake.state(delivery, PATIENCE)) {
      case State.Working working -> working(visit, delivery, working);
      case State.Unreadable unreadable ->
          pages.page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "intake/unreadable",
              Map.of(
                  "visit",
                  visit,
                  "delivery",
                  delivery,
                  "problems",
                  unreadable(unreadable, visit.frame())));
      case State.Failed failed ->
          pages.page(
              HttpStatus.SERVICE_UNAVAILABLE,
              "intake/unreadable",
              Map.of(
                  "visit",
                  visit,
                  "delivery",
                  delivery,
                  "problems",
                  List.of(visit.frame().say("intake.problem.failed"))));
      case State.Done(var records) ->
          Counter.onTo(visit.path() + "/data", records ? "intake.done.landed" : "intake.done.twin");
      case State.Open(var source, var found) ->
          contract(visit, now(visit, delivery), source, found);
    };
  }

  /// The delivery as it is kept now: opening it proposes a contract.
  private Delivery now(Visit visit, Delivery delivery) {
    return intake.find(delivery.id(), visit.dossier().stream(), delivery.who()).orElse(delivery);
  }

  private ResponseEntity<String> working(Visit visit, Delivery delivery, State.Working working) {
    var page =
        pages.page(
            "intake/working", Map.of("visit", visit, "delivery", delivery, "working", working));
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .header("Refresh", "2")
        .body(page.getBody());
  }

  private static List<String> unreadable(State.Unreadable unreadable, Frame frame) {
    var words = frame.words();
    var said =
        new java.util.ArrayList<>(
            unreadable.problems().stream().map(each -> words.say(each.message())).toList());
    unreadable
        .rest()
        .forEach(
            (code, more) ->
                said.add(
                    frame.say(
                        "intake.problem.more",
                        "n",
                        Long.toString(more),
                        "kind",
                        frame.say("intake." + code))));
    return List.copyOf(said);
  }

  private ResponseEntity<String> contract(
      Visit visit, Delivery delivery, SourceFile source, Found found) {
    var wrong =
        found.checked()
            ? Problems.of(delivery, problems(delivery), found, visit.frame())
            : Problems.none();
    return contract(visit, delivery, source, wrong, found.checked() && wrong.isEmpty());
  }

  private ResponseEntity<String> contract(
      Visit visit, Delivery delivery, SourceFile source, Problems problems, boolean fits) {
    return pages.page(
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "intake/contract",
        Map.of(
            "visit",
            visit,
            "view",
            ContractView.of(visit, delivery, source, problems, fits, clock.instant())));
  }

  /// Everything that is wrong with the contract by itself.
  private static List<Problem> problems(Delivery delivery) {
    var yaml = delivery.contract();
    return switch (ContractReading.read(yaml)) {
      case ContractReading.Unusable(var problems) -> problems;
      case ContractReading.Fine(var read) ->
          read.dataset().equals(delivery.dataset())
              ? List.of()
              : List.of(
                  new Problem(
                      "id",
                      1,
                      Message.of(
                          "intake.problem.id",
                          "found",
                          read.dataset(),
                          "expected",
                          delivery.dataset())));
    };
  }

  /// Checks, lets in, changes how the contract is written, or cancels.
  @PostMapping("/{authority}/{project}/data/new/{delivery}")
  public ResponseEntity<String> act(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String delivery,
      HttpServletRequest request,
      HttpServletResponse response) {
    return found(
        new Ask(request, response, authority, project),
        delivery,
        (visit, found) -> act(visit, found, request));
  }

  private ResponseEntity<String> act(Visit visit, Delivery before, HttpServletRequest request) {
    var what = Optional.ofNullable(request.getParameter("do")).orElse("check");
    if (what.equals("cancel")) {
      return intake.cancel(before)
          ? Counter.onTo(visit.path() + "/data", "intake.done.cancelled")
          : onTo(before);
    }
    if (!(intake.state(before, PATIENCE) instanceof State.Open(var source, var found))) {
      return onTo(before);
    }
    var delivery = handed(now(visit, before), request);
    intake.deliveries().keep(delivery);
    return switch (what) {
      case "text" -> {
        var text = delivery.with(Optional.of(delivery.contract()));
        intake.deliveries().keep(text);
        yield onTo(text);
      }
      case "fields" -> asFields(visit, delivery, source);
      default -> check(visit, delivery, source, what.equals("land"));
    };
  }

  private static ResponseEntity<String> onTo(Delivery delivery) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(java.net.URI.create(delivery.path()))
        .build();
  }

  private static Delivery handed(Delivery before, HttpServletRequest request) {
    var sign =
        Optional.ofNullable(request.getParameter("sign"))
            .filter(text -> text.equals("POINT") || text.equals("COMMA"))
            .map(DecimalSign::valueOf);
    var read = before.reading(sign);
    if (before.again()) {
      return read;
    }
    if (before.text().isPresent()) {
      return read.with(
          Optional.ofNullable(request.getParameter("text"))
              .map(text -> text.replace("\r\n", "\n"))
              .or(before::text));
    }
    var handed = new TreeMap<String, String>();
    request
        .getParameterMap()
        .forEach((name, all) -> handed.put(name, all.length == 0 ? "" : all[0]));
    return read.with(ContractForm.over(before.fields(), handed));
  }

  /// Back to fields, if the text can be read; comments in it are lost, which the page says.
  private ResponseEntity<String> asFields(Visit visit, Delivery delivery, SourceFile source) {
    if (delivery.again()
        || !(ContractReading.read(delivery.contract()) instanceof ContractReading.Fine(var read))) {
      var wrong = Problems.of(delivery, problems(delivery), Found.FINE, visit.frame());
      return contract(visit, delivery, source, wrong, false);
    }
    var proposed =
        ContractProposal.draft(delivery.dataset(), delivery.title(), source.columns()).columns();
    var fields =
        delivery.with(ContractForm.show(ContractDraft.of(read), proposed)).with(Optional.empty());
    intake.deliveries().keep(fields);
    return onTo(fields);
  }

  private ResponseEntity<String> check(
      Visit visit, Delivery delivery, SourceFile source, boolean land) {
    var actor = visit.actor(ADD);
    if (actor.isEmpty()) {
      return counter.forbidden(visit, ADD);
    }
    var wrong = problems(delivery);
    if (wrong.isEmpty()
        && ContractReading.read(delivery.contract()) instanceof ContractReading.Fine(var read)) {
      if (land) {
        intake.land(delivery, source, read, actor.get());
      } else {
        intake.check(delivery, source, read);
      }
      return onTo(delivery);
    }
    var part = Problems.readable(delivery, wrong);
    if (part.isPresent()) {
      intake.check(delivery, source, part.get());
      return onTo(delivery);
    }
    intake.checked(delivery, source);
    return onTo(delivery);
  }
}
