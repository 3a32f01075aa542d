package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.Verdict;

/// Times the one question that a checked query becomes beside SQL that an engineer would write for
/// the same protected cells, and beside the query as it is typed, which knows nothing of
/// protection.
final class BesideHand {
  private static final LocalDate DAY = LocalDate.of(2027, 6, 1);

  private final List<Contract> contracts = new ArrayList<>();
  private final Mandate mandate;

  /// A query, and what an engineer would write for the cells that have to be protected with it: of
  /// a filter also who is left out.
  ///
  /// @param typed the query where nothing is agreed, so without columns that only a mandate has
  record Asked(String query, String typed, String cells) {
    Asked(String query, String cells) {
      this(query, query, cells);
    }

    /// One whose cells are its own rows.
    static Asked same(String sql) {
      return new Asked(sql, sql);
    }
  }

  /// @param folder with `contracts` and `mandate.yaml`
  BesideHand(Path folder) throws IOException {
    try (var files = Files.list(folder.resolve("contracts"))) {
      for (var file : files.sorted().toList()) {
        if (ContractReading.read(Files.readString(file))
            instanceof ContractReading.Fine(var contract)) {
          contracts.add(contract);
        }
      }
    }
    var read = MandateReading.read(Files.readString(folder.resolve("mandate.yaml")));
    if (!(read instanceof MandateReading.Fine(var agreed))) {
      throw new IOException("the mandate cannot be read: " + read);
    }
    mandate = agreed;
  }

  /// Prints a line for each query, and the geometric mean of all.
  void print(Connection engine, List<Asked> questions, int times, String of)
      throws SQLException, IOException {
    var checker = new Checker(contracts);
    double logs = 0;
    for (var asked : questions) {
      var verdict = checker.check(asked.query(), mandate, Question.of(mandate, DAY));
      if (!(verdict instanceof Verdict.Accepted(var query))) {
        throw new IOException("refused: " + verdict);
      }
      var ours = checker.compiled(query).orElseThrow();
      var turns = new Turns(engine, times, asked.typed(), asked.cells(), ours);
      var beside = turns.quotients(2, 1);
      logs += Math.log(Turns.middle(beside));
      System.out.printf(
          Locale.ROOT,
          "%s%n  the same cells by hand %.0f ms, ours %.0f ms: %.2f x (%.2f to %.2f); as typed %.0f ms: protection %.2f x%n",
          asked.query(),
          turns.millis(1),
          turns.millis(2),
          Turns.middle(beside),
          beside.getFirst(),
          beside.getLast(),
          turns.millis(0),
          Turns.middle(turns.quotients(1, 0)));
    }
    System.out.printf(
        Locale.ROOT, "geometric mean over %s: %.3f x%n", of, Math.exp(logs / questions.size()));
  }
}
