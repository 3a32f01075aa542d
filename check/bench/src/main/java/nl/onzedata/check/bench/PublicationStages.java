package nl.onzedata.check.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.onzedata.adapter.warehouse.DuckEngine;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.query.Asked;
import nl.onzedata.core.query.Checker;
import nl.onzedata.core.query.Engine;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.QueryOutcome;
import nl.onzedata.core.query.Question;
import nl.onzedata.core.query.Rows;

/// How long the parts of a publication take: the three indicators of the demo on its 60,000
/// households, as one relation set. Argument: the data folder of an installation with the demo.
public final class PublicationStages {
  private static final String DEMO = "/nl/onzedata/app/demo/leiden/";
  private static final List<String> INDICATORS =
      List.of("aandeel-scheefwonen-per-wijk", "aandeel-scheefwonen-per-type", "verhuisd-5jaar");
  private static final int TIMES = 15;

  private PublicationStages() {}

  /// Prints the median of each part.
  public static void main(String[] arguments) throws IOException {
    var contracts = new ArrayList<Contract>();
    for (var name : List.of("huishouden", "woning", "verhuizing")) {
      var read = ContractReading.read(text("contracts/" + name + ".yaml"));
      if (read instanceof ContractReading.Fine(var contract)) {
        contracts.add(contract);
      }
    }
    var today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    var asked = new ArrayList<Asked>();
    var mandateText =
        text("scheefwonen/mandate.yaml")
            .replace("${from}", today.toString())
            .replace("${until}", today.plusYears(1).minusDays(1).toString());
    for (var id : INDICATORS) {
      var sql = text("scheefwonen/" + id + ".sql");
      var hash = "sha256:" + Leaf.sha256(sql);
      mandateText = mandateText.replace("${hash:" + id + "}", hash);
      asked.add(new Asked(id, hash, sql));
    }
    if (!(MandateReading.read(mandateText, contracts)
        instanceof MandateReading.Fine(var mandate))) {
      throw new IOException("the demo's mandate cannot be read");
    }
    var folder = Path.of(arguments[0]).resolve("warehouse");
    var warehouse = new Warehouse(folder, InstantSource.system(), new SecureRandom());
    var engine = new Timed(new DuckEngine(DuckEngine.Bounds.usual()));
    measure(
        contracts,
        mandate,
        asked,
        new Queries(engine, warehouse, warehouse.objections()),
        engine,
        today);
  }

  private static void measure(
      List<Contract> contracts,
      Mandate mandate,
      List<Asked> asked,
      Queries queries,
      Timed engine,
      LocalDate today) {
    var checks = new ArrayList<Long>();
    var counts = new ArrayList<Long>();
    var rests = new ArrayList<Long>();
    var question = Question.of(mandate, today);
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      var checker = new Checker(contracts);
      asked.forEach(each -> checker.check(each.sql(), mandate, question));
      long checked = System.nanoTime() - begun;
      engine.took = 0;
      begun = System.nanoTime();
      var outcome = queries.run(asked, mandate, checker, question, false);
      long whole = System.nanoTime() - begun;
      if (!(outcome instanceof QueryOutcome.Released)) {
        throw new IllegalStateException("nothing was released: " + outcome);
      }
      checks.add(checked);
      counts.add(engine.took);
      rests.add(whole - checked - engine.took);
    }
    tell("check three queries", checks);
    tell("count on the engine", counts);
    tell("digest, protect, audit, compute", rests);
  }

  private static void tell(String part, List<Long> nanos) {
    Collections.sort(nanos);
    System.out.printf(Locale.ROOT, "%-34s %8.1f ms%n", part, nanos.get(nanos.size() / 2) / 1e6);
  }

  private static String text(String name) throws IOException {
    try (var in = PublicationStages.class.getResourceAsStream(DEMO + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The engine, with a clock beside it.
  private static final class Timed implements Engine {
    private final Engine engine;
    private long took;

    Timed(Engine engine) {
      this.engine = engine;
    }

    @Override
    public Rows run(String sql, Map<String, Path> tables, Duration limit) {
      long begun = System.nanoTime();
      try {
        return engine.run(sql, tables, limit);
      } finally {
        took += System.nanoTime() - begun;
      }
    }
  }
}
