package nl.onzedata.app.web.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.onzedata.app.web.Frame;
import nl.onzedata.app.web.Visit;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.dossier.Permissions;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.JournalStore;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.party.Parties.Seat;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.round.Standing.Ground;

/// A project as these pages look at it: for one visitor, at one moment. Used by one thread.
public final class Look {
  private final Visit visit;
  private final JournalStore journal;
  private final Instant now;
  private final Story story;
  private final When when;

  Look(Visit visit, JournalStore journal, Instant now) {
    this.visit = visit;
    this.journal = journal;
    this.now = now;
    this.story = Story.of(journal, visit.dossier().stream());
    this.when = new When(visit.frame());
  }

  /// Something a visitor can go and do.
  public record Door(String text, String href) {}

  public Visit visit() {
    return visit;
  }

  public Frame frame() {
    return visit.frame();
  }

  public Dossier dossier() {
    return visit.dossier();
  }

  /// The path of a page of the project.
  public String path(String page) {
    return visit.path() + page;
  }

  /// The title of the project.
  public String title() {
    return frame().say(dossier().project().opened().orElseThrow().title());
  }

  Instant now() {
    return now;
  }

  Story story() {
    return story;
  }

  When when() {
    return when;
  }

  /// Words of these pages.
  public String say(String code, String... arguments) {
    return frame().say(code, arguments);
  }

  /// Mandates in plain words.
  public PlainWords words() {
    return new PlainWords(this);
  }

  /// A text that someone typed, or that it was erased.
  public String text(Commitment commitment) {
    return journal.text(commitment).map(KeptText::text).orElseGet(() -> say("round.erased"));
  }

  /// The name by which a seat is known: its party, and whom it speaks for if the party has more
  /// seats.
  public String seat(String id) {
    var parties = dossier().parties();
    var seat = parties.seat(id);
    if (seat.isEmpty()) {
      return id;
    }
    var party = seat.get().party();
    var name = parties.party(party).map(p -> frame().say(p.name())).orElse(id);
    return parties.seats().stream().filter(other -> other.party().equals(party)).count() > 1
        ? say("round.seat.of", "party", name, "for", spokenFor(seat.get()))
        : name;
  }

  private String spokenFor(Seat seat) {
    return seat.group()
        .flatMap(group -> dossier().project().group(group))
        .map(group -> frame().say(group.name()))
        .orElse(seat.id());
  }

  /// The names of seats, as a list in a sentence.
  public String seats(Collection<String> ids) {
    return list(ids.stream().map(this::seat).toList());
  }

  /// Names as a list in a sentence: `a, b en c`.
  public String list(List<String> names) {
    return list("round.and", names);
  }

  private String list(String join, List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return say(
        join,
        "first",
        String.join(", ", names.subList(0, names.size() - 1)),
        "last",
        names.getLast());
  }

  /// The names of affected groups, as a list in a sentence.
  String groups(Collection<String> ids) {
    return list(
        ids.stream()
            .map(id -> dossier().project().group(id).map(g -> frame().say(g.name())).orElse(id))
            .toList());
  }

  /// The names of the affected groups for which nobody sits.
  public List<String> missing() {
    return dossier().parties().missing(dossier().project()).stream()
        .map(group -> frame().say(group.name()))
        .toList();
  }

  /// What the body imposed without consent, while it lasts.
  public Optional<Ground.Imposed> imposed() {
    return dossier().standing().now(now).flatMap(Look::imposed);
  }

  static Optional<Ground.Imposed> imposed(Ground ground) {
    return ground instanceof Ground.Imposed imposed ? Optional.of(imposed) : Optional.empty();
  }

  /// What stands everywhere while a departure lasts.
  public String departure(Ground.Imposed imposed) {
    return say(
        "round.departure",
        "body",
        frame().say(imposed.body()),
        "day",
        when.day(imposed.from()),
        "until",
        when.lastDay(imposed.until()));
  }

  /// What an artefact version is called.
  public String artefact(String hash) {
    return dossier()
        .project()
        .artefact(hash)
        .map(this::name)
        .orElseGet(() -> say("round.unknown-version", "hash", shortened(hash)));
  }

  /// The title of a version, with its number.
  public String name(Artefact artefact) {
    return say(
        "round.version",
        "title",
        frame().say(artefact.title()),
        "version",
        Integer.toString(artefact.version()));
  }

  /// The first part of a digest, enough to tell versions apart by eye.
  public static String shortened(String hash) {
    return hash.substring(0, Math.min(hash.length(), "sha256:".length() + 12)) + "…";
  }

  /// A figure as people write it, with one decimal at most.
  String number(BigDecimal value) {
    var format = NumberFormat.getInstance(Locale.forLanguageTag(frame().language()));
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(value);
  }

  /// Who may give a command, in words.
  public String whoMay(Class<? extends Command> command) {
    return list("round.or", Permissions.of(command).stream().sorted().map(frame()::name).toList());
  }
}
