package nl.onzedata.app.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.onzedata.adapter.postgres.ProjectList;
import nl.onzedata.app.web.ProjectLines;
import nl.onzedata.app.web.ProjectSummary;
import nl.onzedata.core.deliberation.TwoImages;
import nl.onzedata.core.deliberation.TwoImages.Distance;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.StreamId;

/// The lines of the project list in the database, read once per change. Safe for use by many
/// threads.
final class SiteProjectLines implements ProjectLines {
  /// How old a distance between images may be that a list shows.
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final House house;
  private final ProjectList list;
  private final Map<StreamId, Read> read = new ConcurrentHashMap<>();
  private final Map<StreamId, Measured> measured = new ConcurrentHashMap<>();

  private record Read(long sequence, ProjectSummary summary) {}

  private record Measured(Instant when, Optional<Distance> distance) {}

  SiteProjectLines(House house) {
    this.house = house;
    this.list =
        new ProjectList(
            house.database(),
            house.desk().journal(),
            entries -> {
              var summary = ProjectSummary.of(entries);
              return new ProjectList.Summary(
                  summary.title().say("nl"),
                  summary.title().say("en"),
                  summary.stage().name(),
                  summary.json());
            });
  }

  @Override
  public List<Line> all() {
    var lines = list.all();
    if (lines.stream().anyMatch(line -> summary(line).isEmpty())) {
      list.rebuild(); // an earlier version wrote them
      lines = list.all();
    }
    var names = new ConcurrentHashMap<AuthorityId, Phrase>();
    var all = new ArrayList<Line>();
    for (var line : lines) {
      summary(line)
          .ifPresent(
              summary ->
                  all.add(
                      new Line(
                          line.project(),
                          names.computeIfAbsent(line.project().authority(), this::name),
                          summary)));
    }
    return all;
  }

  private Optional<ProjectSummary> summary(ProjectList.Line line) {
    var known = read.get(line.project());
    if (known != null && known.sequence() == line.lastSequence()) {
      return Optional.of(known.summary());
    }
    var summary = ProjectSummary.read(line.summary().detail());
    summary.ifPresent(s -> read.put(line.project(), new Read(line.lastSequence(), s)));
    return summary;
  }

  @Override
  public Optional<Distance> distance(Line line) {
    var now = house.clock().instant();
    var known = measured.get(line.project());
    if (known != null && now.isBefore(known.when().plus(FRESH))) {
      return known.distance();
    }
    var distance = measure(line);
    measured.put(line.project(), new Measured(now, distance));
    return distance;
  }

  private Optional<Distance> measure(Line line) {
    if (line.summary().sides().isEmpty()) {
      return Optional.empty();
    }
    var images = house.images().all(line.project());
    int wave = images.stream().mapToInt(image -> image.wave()).max().orElse(1);
    for (int w = wave; w > 0; w--) {
      var sides = TwoImages.sides(images, w);
      sides.keySet().retainAll(line.summary().sides());
      var farthest = TwoImages.farthest(sides, line.summary().sides().getFirst());
      if (farthest.isPresent()) {
        return farthest;
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Authority> authorities() {
    return house.desk().journal().authorities().stream()
        .map(id -> new Authority(id, name(id)))
        .toList();
  }

  private Phrase name(AuthorityId id) {
    return house
        .desk()
        .dossier(StreamId.of(id))
        .founded()
        .map(founded -> founded.name())
        .orElse(Phrase.of(id.value(), id.value()));
  }
}
