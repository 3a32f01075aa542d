package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.Verdict;
import org.apache.calcite.sql.parser.SqlParseException;

/// The queries of the checker's corpus that Calcite alone reads too, and what they are held
/// against.
record CorpusQueries(
    Checker checker, CalciteAlone calcite, Optional<Mandate> mandate, List<String> queries) {
  private static final LocalDate DAY = LocalDate.of(2027, 6, 1);

  static final CorpusQueries NONE =
      new CorpusQueries(
          new Checker(List.of()), new CalciteAlone(List.of()), Optional.empty(), List.of());

  static CorpusQueries read(Path place) throws IOException {
    var contracts = new ArrayList<Contract>();
    for (var file : files(place.resolve("contracts"))) {
      var read = ContractReading.read(Files.readString(file));
      if (read instanceof ContractReading.Fine(var contract)) {
        contracts.add(contract);
      }
    }
    var read = MandateReading.read(Files.readString(place.resolve("mandate.yaml")));
    if (!(read instanceof MandateReading.Fine(var mandate))) {
      throw new IOException("the mandate cannot be read: " + read);
    }
    var calcite = new CalciteAlone(contracts);
    var queries = new ArrayList<String>();
    for (var file : files(place.resolve("corpus"))) {
      var text = Files.readString(file);
      var sql = text.substring(text.indexOf('\n') + 1).strip();
      if (isReadBy(calcite, sql)) {
        queries.add(sql);
      }
    }
    return new CorpusQueries(new Checker(contracts), calcite, Optional.of(mandate), queries);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static boolean isReadBy(CalciteAlone calcite, String sql) {
    try {
      calcite.plan(sql);
      return true;
    } catch (SqlParseException | RuntimeException | AssertionError | LinkageError e) {
      return false;
    }
  }

  Object checked(String sql) {
    var held = mandate.orElseThrow();
    var verdict = checker.check(sql, held, Question.of(held, DAY));
    return verdict instanceof Verdict.Accepted(var query) ? checker.compiled(query) : verdict;
  }
}
