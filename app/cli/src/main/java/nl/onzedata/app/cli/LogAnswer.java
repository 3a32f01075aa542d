package nl.onzedata.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.adapter.postgres.LogAudit;
import nl.onzedata.merkle.Hash;
import nl.onzedata.merkle.LogReader;

/// What a verification of a log says; its parts are the keys of the JSON.
///
/// @param root in base64, as in the checkpoint
/// @param checkpoints how many checkpoints had the signature of the key: one, or none
/// @param entries how many entries were held against the tiles
/// @param problems each names the file and what is wrong
record LogAnswer(
    String origin,
    long size,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> root,
    int checkpoints,
    long entries,
    boolean valid,
    List<String> problems) {

  static LogAnswer of(LogReader.Report report) {
    return of(report, List.of());
  }

  private static LogAnswer of(LogReader.Report report, List<String> more) {
    var problems = new ArrayList<>(report.problems());
    problems.addAll(more);
    return new LogAnswer(
        report.origin(),
        report.size(),
        report.root().map(Hash::base64),
        report.size() < 0 ? 0 : 1,
        report.entries(),
        problems.isEmpty(),
        List.copyOf(problems));
  }

  /// A log of an installation, also held against the acts in its database.
  ///
  /// @param unpublished how many acts the database has beyond the checkpoint
  /// @param acts those that are not what was published
  record Own(
      String authority,
      String key,
      LogAnswer log,
      long unpublished,
      List<LogAudit.Difference> acts) {
    static Own of(String authority, String key, LogAudit audit, long inDatabase) {
      var differ =
          audit.acts().stream()
              .map(
                  act ->
                      "act %d%s %s"
                          .formatted(
                              act.position(),
                              act.stream().isEmpty()
                                  ? ""
                                  : " (%s of %s)".formatted(act.type(), act.stream()),
                              act.missing()
                                  ? "is in the log and not in the database"
                                  : "in the database is not the one in the log"))
              .toList();
      return new Own(
          authority,
          key,
          LogAnswer.of(audit.log(), differ),
          Math.max(0, inDatabase - Math.max(0, audit.log().size())),
          audit.acts());
    }
  }

  void tell(PrintStream out) {
    out.printf("origin       %s%n", origin);
    out.printf("size         %s%n", size < 0 ? "unknown" : Long.toString(size));
    out.printf("root         %s%n", root.orElse("unknown"));
    out.printf("checkpoints  %d%n", checkpoints);
    out.printf("entries      %d%n", entries);
    out.printf("valid        %s%n", valid ? "yes" : "no");
    out.printf(
        "problems     %s%n", problems.isEmpty() ? "none" : Integer.toString(problems.size()));
    problems.forEach(problem -> out.println("  " + problem));
  }
}
