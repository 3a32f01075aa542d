package nl.onzedata.app.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.onzedata.adapter.warehouse.DuckEngine;
import nl.onzedata.adapter.warehouse.ObjectionDesk;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.MemoryJournal;
import nl.onzedata.app.web.Pages;
import nl.onzedata.app.web.Visit;
import nl.onzedata.app.web.Visitors;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/// Two projects of one authority, and someone who hands in files; with a real warehouse.
final class Hall {
  static final Pseudonym LEAD = new Pseudonym("abcdefghijklmnop");
  static final Pseudonym OFFICER = new Pseudonym("cdefghijklmnopqr");
  static final Pseudonym OTHER = new Pseudonym("bcdefghijklmnopq");
  private static final Pattern FIELD =
      Pattern.compile(
          "<(input|select|textarea)([^>]*?) name=\"([^\"]+)\"([^>]*)>(?:([^<]*)</textarea>)?");
  private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

  Instant now = Instant.parse("2027-03-14T10:00:00Z");
  private final InstantSource clock = () -> now;
  final Path dir;
  final Desk desk = new Desk(new MemoryJournal(), clock, new SecureRandom());
  final Warehouse warehouse;
  final Deliveries deliveries;
  final IntakePages pages;
  final ObjectionPages objections;
  Pseudonym who = LEAD;
  String project = "scores";
  String language = "nl";

  Hall(Path dir) {
    this.dir = dir;
    warehouse = new Warehouse(dir.resolve("warehouse"), clock, new SecureRandom());
    deliveries = new Deliveries(dir.resolve("uploads"), clock, new SecureRandom());
    var engine = new DuckEngine(new DuckEngine.Bounds(1, Duration.ofSeconds(5), 1, 256, 10_000));
    pages =
        new IntakePages(
            desk,
            new Intake(deliveries, warehouse, engine, desk, clock),
            new Pages(),
            visitors(),
            clock);
    objections =
        new ObjectionPages(
            desk,
            new ObjectionDesk(warehouse.objections(), desk, clock),
            new Pages(),
            visitors(),
            clock);
    for (var each : new String[] {"scores", "bomen"}) {
      desk.does(
          stream(each),
          new Command.OpenProject(
              Phrase.of("Scores", "Scores"), Phrase.of("Kort", "Short"), Form.MUNICIPAL_PROJECT),
          Actor.onTheWeb(LEAD, Role.PROJECT_LEAD));
    }
  }

  StreamId stream(String named) {
    return StreamId.of(new AuthorityId("leiden"), new ProjectId(named));
  }

  Dossier dossier() {
    return desk.dossier(stream(project));
  }

  private Visitors visitors() {
    return new Visitors() {
      @Override
      public Frame frame(HttpServletRequest request, HttpServletResponse response) {
        return new Frame(
            Frame.words(language),
            "/",
            Optional.empty(),
            java.util.List.of(),
            "_csrf",
            "x",
            Optional.empty());
      }

      @Override
      public Visit visit(
          HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
        var roles = EnumSet.of(Role.VISITOR);
        if (who.equals(LEAD)) {
          roles.add(Role.PROJECT_LEAD);
        } else if (who.equals(OFFICER)) {
          roles.add(Role.PRIVACY_OFFICER);
        } else {
          roles.add(Role.STEWARD);
        }
        return new Visit(frame(request, response), dossier, Optional.of(who), roles, now);
      }

      @Override
      public Visit doing(
          HttpServletRequest request, HttpServletResponse response, Dossier dossier) {
        return visit(request, response, dossier);
      }

      @Override
      public void play(
          HttpServletRequest request, HttpServletResponse response, Optional<String> person) {}

      @Override
      public Optional<String> party(HttpServletRequest request, StreamId stream) {
        return Optional.empty();
      }
    };
  }

  ResponseEntity<String> start(Map<String, String> with) {
    return pages.start("leiden", project, request(with), response());
  }

  ResponseEntity<String> hand(String name, String content) {
    return hand(Map.of("name", name, "title", "Scores", "date", "2027-01-01"), content);
  }

  ResponseEntity<String> hand(Map<String, String> with, String content) {
    return pages.hand("leiden", project, new Upload(content), request(with), response());
  }

  ResponseEntity<String> objections(Map<String, String> with) {
    return objections.form("leiden", project, request(with), response());
  }

  ResponseEntity<String> objects(Map<String, String> with, String list) {
    return objections.hand("leiden", project, new Upload(list), request(with), response());
  }

  /// The page of a delivery, when nothing goes on any more.
  ResponseEntity<String> look(String id) {
    var page = pages.look("leiden", project, id, request(Map.of()), response());
    for (int i = 0; i < 30 && page.getHeaders().containsHeader("Refresh"); i++) {
      page = pages.look("leiden", project, id, request(Map.of()), response());
    }
    return page;
  }

  ResponseEntity<String> act(String id, Map<String, String> form, String what) {
    look(id);
    var with = new HashMap<>(form);
    with.put("do", what);
    pages.act("leiden", project, id, request(with), response());
    return look(id);
  }

  /// The id of the delivery that a page sends on to.
  static String id(ResponseEntity<String> page) {
    var location = page.getHeaders().getLocation();
    if (location == null) {
      throw new AssertionError("not sent on: " + page.getBody());
    }
    return location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
  }

  /// What a browser would hand in of the page's form, as it stands.
  static Map<String, String> form(ResponseEntity<String> page) {
    var html = String.valueOf(page.getBody());
    var values = new LinkedHashMap<String, String>();
    var fields = FIELD.matcher(html);
    while (fields.find()) {
      var attributes = fields.group(2) + " " + fields.group(4);
      boolean box = attributes.contains("checkbox") || attributes.contains("radio");
      if (box && !attributes.contains(" checked")) {
        continue;
      }
      switch (fields.group(1)) {
        case "textarea" -> values.put(fields.group(3), plain(fields.group(5)));
        case "select" -> values.put(fields.group(3), chosen(html, fields.end()));
        default -> {
          var value = VALUE.matcher(fields.group());
          values.put(fields.group(3), value.find() ? plain(value.group(1)) : "");
        }
      }
    }
    return values;
  }

  private static String chosen(String html, int from) {
    var options = html.substring(from, html.indexOf("</select>", from));
    var selected = Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(options);
    if (selected.find()) {
      return selected.group(1);
    }
    var first = Pattern.compile("<option value=\"([^\"]*)\"").matcher(options);
    return first.find() ? first.group(1) : "";
  }

  static String plain(String text) {
    return text.replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /// A page as it is read: without its markup.
  static String read(ResponseEntity<String> page) {
    return plain(
        String.valueOf(page.getBody())
            .replaceAll("(?s)<(svg|script|style|noscript).*?</\\1>", " ")
            .replaceAll("<[^>]+>", " ")
            .replaceAll("\\s+", " "));
  }

  private static HttpServletRequest request(Map<String, String> with) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Hall.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getParameter" -> with.get((String) arguments[0]);
                  case "getParameterMap" -> {
                    var all = new HashMap<String, String[]>();
                    with.forEach((name, value) -> all.put(name, new String[] {value}));
                    yield all;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            Hall.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private record Upload(String content) implements MultipartFile {
    @Override
    public String getName() {
      return "file";
    }

    @Override
    public String getOriginalFilename() {
      return "scores.csv";
    }

    @Override
    public String getContentType() {
      return "text/csv";
    }

    @Override
    public boolean isEmpty() {
      return content.isEmpty();
    }

    @Override
    public long getSize() {
      return getBytes().length;
    }

    @Override
    public byte[] getBytes() {
      return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(getBytes());
    }

    @Override
    public void transferTo(java.io.File target) throws IOException {
      Files.write(target.toPath(), getBytes());
    }

    @Override
    public void transferTo(Path target) throws IOException {
      Files.write(target, getBytes());
    }
  }
}
