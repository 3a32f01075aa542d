package nl.onzedata.app.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.dossier.Due;
import nl.onzedata.core.journal.ActCodec;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.RunAct;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.round.Standing.Ground;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What lists show of a project: made once from its acts, and kept as JSON until there are newer
/// acts. Immutable.
///
/// @param form of this record; another number is made anew
/// @param ring the helix ring, see [HelixRing#segments]
/// @param seats how many seats there are, and `taken` how many of them are
/// @param objections that stand in the round that runs now
/// @param deadline of that round
/// @param agreedUntil the last day of the mandate in force
/// @param imposedUntil the end of a use without consent
/// @param reportBefore the day before which a condition of what holds must be met
/// @param runs per month (`2027-04`) in which there were any
/// @param sides the party of the government, then those that speak for affected groups
public record ProjectSummary(
    int form,
    Phrase title,
    Phrase summary,
    Stage stage,
    List<List<String>> ring,
    int seats,
    int taken,
    List<Phrase> groups,
    List<Phrase> missing,
    int objections,
    Optional<Instant> deadline,
    Optional<LocalDate> agreedUntil,
    Optional<Instant> imposedUntil,
    Optional<LocalDate> reportBefore,
    int departures,
    Map<String, Integer> runs,
    Map<String, Integer> refusals,
    List<String> sides) {
  private static final int FORM = 2;
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  public ProjectSummary {
    ring = List.copyOf(ring);
    groups = List.copyOf(groups);
    missing = List.copyOf(missing);
    runs = Map.copyOf(runs);
    refusals = Map.copyOf(refusals);
    sides = List.copyOf(sides);
  }

  /// The summary of a project from all its acts, at least one.
  public static ProjectSummary of(List<Entry> entries) {
    var dossier = Dossier.before(entries.getFirst().stream()).after(entries);
    var project = dossier.project();
    var ground = lastGround(dossier);
    var running = dossier.running();
    return new ProjectSummary(
        FORM,
        project.opened().map(opened -> opened.title()).orElse(Phrase.of("?", "?")),
        project.opened().map(opened -> opened.summary()).orElse(Phrase.of("?", "?")),
        project.stage(),
        HelixRing.segments(dossier),
        dossier.parties().seats().size(),
        (int) dossier.parties().seats().stream().filter(s -> s.holder().isPresent()).count(),
        project.groups().stream().map(group -> group.name()).toList(),
        dossier.parties().missing(project).stream().map(group -> group.name()).toList(),
        running
            .map(
                round ->
                    (int)
                        round.objectors().stream()
                            .filter(seat -> round.isUpheld(seat, dossier.citizenSeats()))
                            .count())
            .orElse(0),
        running.map(round -> round.deadline()),
        ground.filter(Ground.Agreed.class::isInstance).flatMap(agreed -> until(dossier, agreed)),
        ground.flatMap(
            g ->
                g instanceof Ground.Imposed imposed
                    ? Optional.of(imposed.until())
                    : Optional.empty()),
        ground.stream()
            .flatMap(holds -> Due.of(dossier, holds).stream())
            .map(Due::before)
            .min(Comparator.naturalOrder()),
        (int)
            dossier.standing().grounds().stream().filter(Ground.Imposed.class::isInstance).count(),
        months(entries, true),
        months(entries, false),
        sides(dossier));
  }

  /// Reads what [#json] wrote; nothing if an earlier version wrote it in another form.
  public static Optional<ProjectSummary> read(String json) {
    try {
      var read = JSON.readValue(json, ProjectSummary.class);
      return Optional.of(read).filter(summary -> summary.form() == FORM);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// The summary as JSON.
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /// How many figures were made, and asked in vain, in the month of a moment.
  public int runsIn(Instant moment) {
    return runs.getOrDefault(month(moment), 0);
  }

  /// How many runs were refused in the month of a moment.
  public int refusalsIn(Instant moment) {
    return refusals.getOrDefault(month(moment), 0);
  }

  /// The next day on which something ends, at a moment, with the code of what it is.
  public Optional<NextDate> next(Instant now) {
    var dates = new ArrayList<NextDate>();
    var today = LocalDate.ofInstant(now, HERE);
    deadline.ifPresent(
        end -> dates.add(new NextDate("page.date.round", LocalDate.ofInstant(end, HERE))));
    agreedUntil.ifPresent(end -> dates.add(new NextDate("page.date.mandate", end)));
    imposedUntil.ifPresent(
        end -> dates.add(new NextDate("page.date.imposed", LocalDate.ofInstant(end, HERE))));
    return dates.stream()
        .filter(date -> !date.day().isBefore(today))
        .min(Comparator.comparing(NextDate::day));
  }

  /// Whether a condition was not met in time, so that nothing runs.
  public boolean isOverdue(Instant now) {
    return reportBefore.filter(day -> !LocalDate.ofInstant(now, HERE).isBefore(day)).isPresent();
  }

  /// Whether figures run without consent at a moment.
  public boolean isImposed(Instant now) {
    return imposedUntil.filter(now::isBefore).isPresent();
  }

  /// A day on which something ends.
  public record NextDate(String code, LocalDate day) {}

  private static Optional<Ground> lastGround(Dossier dossier) {
    return dossier.standing().grounds().reversed().stream()
        .filter(ground -> ground.ended().isEmpty())
        .findFirst();
  }

  private static Optional<LocalDate> until(Dossier dossier, Ground ground) {
    return dossier
        .project()
        .artefact(ground.mandate())
        .flatMap(
            artefact ->
                MandateReading.read(artefact.definition()) instanceof MandateReading.Fine fine
                    ? Optional.of(fine.mandate().until())
                    : Optional.empty());
  }

  private static Map<String, Integer> months(List<Entry> entries, boolean published) {
    var months = new TreeMap<String, Integer>();
    for (var entry : entries) {
      if (ActCodec.read(entry) instanceof RunAct run
          && run instanceof RunAct.ReleasePublished == published) {
        months.merge(month(entry.time()), 1, Integer::sum);
      }
    }
    return months;
  }

  private static String month(Instant moment) {
    return YearMonth.from(moment.atZone(HERE)).toString();
  }

  private static List<String> sides(Dossier dossier) {
    var sides = new ArrayList<String>();
    dossier.parties().parties().stream()
        .filter(party -> party.helix() == Helix.GOVERNMENT)
        .findFirst()
        .ifPresent(party -> sides.add(party.id()));
    if (!sides.isEmpty()) {
      dossier.parties().seats().stream()
          .filter(seat -> seat.group().isPresent())
          .map(seat -> seat.party())
          .distinct()
          .forEach(sides::add);
    }
    return sides;
  }
}
