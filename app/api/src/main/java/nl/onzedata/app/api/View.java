package nl.onzedata.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the API shows: the schemas of the OpenAPI document, by the same names. What is not there is
/// left out. A text in several languages is an object with a key per language.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
interface View {
  /// A public body on this installation.
  record Authority(
      String id, Map<String, String> name, Map<String, String> kind, String projects, String log)
      implements View {}

  /// A project in a list.
  record ProjectLine(
      String authority,
      String id,
      Map<String, String> title,
      Map<String, String> summary,
      String form,
      String stage,
      Instant openedAt,
      List<String> missingGroups,
      String self)
      implements View {}

  /// A project.
  record Project(
      String authority,
      String id,
      Map<String, String> title,
      Map<String, String> summary,
      String form,
      String stage,
      Instant openedAt,
      Optional<Charter> charter,
      List<Group> groups,
      List<Party> parties,
      List<Seat> seats,
      List<Dataset> datasets,
      Optional<String> mandateInForce,
      String conversation,
      String statements,
      String rounds,
      String mandates,
      String indicators,
      String results)
      implements View {}

  /// What a project is for.
  record Charter(
      Map<String, String> question,
      Map<String, String> purpose,
      List<Map<String, String>> notFor,
      Map<String, String> legalBasis,
      Map<String, String> withoutData,
      Map<String, String> whoPays,
      Map<String, String> serviceImage,
      Map<String, String> controlImage,
      Map<String, String> notice)
      implements View {}

  /// An affected group; `represented` if someone sits for it.
  record Group(
      String id,
      Map<String, String> name,
      Map<String, String> why,
      boolean inData,
      boolean represented)
      implements View {}

  /// Who takes part.
  record Party(String id, String helix, Map<String, String> name, Map<String, String> interest)
      implements View {}

  /// A place in consent rounds.
  record Seat(String id, String party, Optional<String> group, String representation, boolean taken)
      implements View {}

  /// A dataset with its contract (ODCS YAML).
  record Dataset(String id, String contract) implements View {}

  /// The conversation of a project.
  record Conversation(
      boolean open,
      Optional<Map<String, String>> about,
      long voters,
      int admitted,
      int declined,
      int waiting,
      long sealedVotes,
      long sealedImages,
      List<Image> images)
      implements View {}

  /// How a side sees the project; only sides of five people or more.
  record Image(int wave, String side, int people, double median) implements View {}

  /// A statement; its text only once it was let in, and not after it was erased.
  record Statement(
      String id,
      String fate,
      Optional<String> text,
      Optional<Map<String, String>> reason,
      Tally tally)
      implements View {}

  /// How many say what.
  record Tally(long agree, long disagree, long pass) implements View {}

  /// A vote that was counted; `number` is the receipt.
  record Vote(long number, String statement, String choice) implements View {}

  /// What a caller needs to write: a header and its value.
  record Session(String header, String token) implements View {}

  /// A consent round.
  record Round(
      int number,
      String state,
      String mandate,
      List<String> artefacts,
      Instant deadlineAt,
      int integrations,
      List<SeatAnswer> answers,
      List<Objection> objections)
      implements View {}

  /// A seat's answer; without `answer` the seat is silent, and silence is not consent.
  record SeatAnswer(
      String seat, Optional<String> answer, Optional<String> reason, Optional<String> harm)
      implements View {}

  /// An objection, and how it stands.
  record Objection(String seat, boolean upheld, List<String> untestedBy) implements View {}

  /// A version of a mandate.
  record Mandate(
      String id,
      int version,
      Map<String, String> title,
      String hash,
      boolean inForce,
      Optional<Ground> ground,
      String text,
      String self)
      implements View {}

  /// The decision that a mandate stands on: `AGREED` in a round, or `IMPOSED` without consent.
  record Ground(
      String kind,
      Map<String, String> body,
      String decision,
      Optional<Integer> round,
      Optional<LocalDate> decisionDate,
      Optional<Map<String, String>> law,
      List<Map<String, String>> reasons,
      Optional<Instant> untilAt,
      Optional<Map<String, String>> ended)
      implements View {}

  /// A version of an indicator.
  record Indicator(
      String id,
      int version,
      boolean latest,
      Map<String, String> title,
      String hash,
      String definition)
      implements View {}

  /// Figures that were published together, and where that stands in the log.
  record Release(
      String id,
      Instant publishedAt,
      String mandate,
      List<String> clauses,
      List<String> artefacts,
      List<String> snapshots,
      String engine,
      String hash,
      String unprotected,
      String proof,
      List<Table> tables)
      implements View {}

  /// The figures of one artefact.
  record Table(String artefact, String hash, List<String> keys, List<String> values, List<Row> rows)
      implements View {}

  /// One row; a figure that may not be shown is named in `hidden`.
  record Row(Map<String, String> key, Map<String, BigDecimal> values, List<String> hidden)
      implements View {}

  /// A public log.
  record Log(
      String origin, long size, String root, String verifierKey, String checkpoint, String files)
      implements View {}

  /// One entry of a log, with its receipt (c2sp.org/tlog-proof).
  record LogEntry(long position, long size, String leaf, String receipt) implements View {}
}
