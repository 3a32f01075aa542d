package nl.onzedata.adapter.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import nl.onzedata.adapter.sources.ColumnGuess.Form;
import nl.onzedata.adapter.warehouse.DuckEngine;
import nl.onzedata.adapter.warehouse.Landing;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.query.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FromSourceToWarehouseTest {
  private static final LocalDate DAY = LocalDate.of(2019, 12, 31);

  @TempDir Path dir;
  private final Engine engine =
      new DuckEngine(new DuckEngine.Bounds(1, Duration.ofSeconds(5), 1, 256, 10_000));
  private Warehouse warehouse =
      new Warehouse(Path.of("target"), InstantSource.system(), new SecureRandom());

  @BeforeEach
  void anEmptyWarehouse() {
    warehouse =
        new Warehouse(
            dir.resolve("warehouse"),
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
            new SecureRandom());
  }

  @Test
  void whatIsProposedLandsAsItIs() throws IOException {
    var source =
        opened(
            Files.writeString(
                dir.resolve("in.csv"),
                "Code;Wijk;Aantal;Prijs;Dag;Wel?\n0363;Mors;1;1,50;1-2-2015;ja\n0364;'t Zand;.;2;2-2-2015;nee\n0365;Mors;3;;3-2-2015;ja\n"));
    var landed = landed(source);
    assertThat(landed.leftOut()).isEmpty();
    var rows =
        engine
            .run(
                "SELECT code, aantal, aantal_reden, prijs, dag, wel FROM leiden.proef ORDER BY code",
                warehouse.tables(List.of("leiden/proef"), false),
                Duration.ofSeconds(10))
            .rows();
    assertThat(rows.get(0))
        .containsExactly(
            "0363", 1L, null, new java.math.BigDecimal("1.50"), LocalDate.of(2015, 2, 1), true);
    assertThat(rows.get(1))
        .containsExactly(
            "0364",
            null,
            "geheim",
            new java.math.BigDecimal("2.00"),
            LocalDate.of(2015, 2, 2),
            false);
  }

  @Test
  void parquetIsSeenWithItsOwnTypes() throws IOException {
    var csv =
        Files.writeString(dir.resolve("in.csv"), "id,wijk,n\nA,Mors,1.5\nB,Mors,2.5\nC,Noord,\n");
    var landed = landed(opened(csv));
    var parquet = ParquetSource.open(warehouse.file(landed.snapshot()), engine);
    assertThat(parquet.rows()).isEqualTo(3);
    assertThat(parquet.columns())
        .extracting(ColumnGuess::form)
        .containsExactly(Form.TEXT, Form.TEXT, Form.DECIMAL_POINT);
    assertThat(parquet.columns().get(0).unique()).isTrue();
    assertThat(parquet.columns().get(1).codes()).containsExactly("Mors", "Noord");
    assertThat(parquet.columns().get(2).missing()).isEqualTo(1);
    assertThat(parquet.preview().getFirst()).containsExactly("A", "Mors", "1.5");
    var again =
        warehouse.land(
            contract("leiden/nog", parquet.columns()), warehouse.file(landed.snapshot()), DAY);
    assertThat(again).isInstanceOf(Landing.Landed.class);
  }

  @Test
  void aRealDownloadOfStatisticsNetherlandsLands() throws IOException {
    var file = StatLine.download();
    assumeThat(file).as("the StatLine download is not here").isPresent();
    var source = opened(file.orElseThrow());
    var landed = landed(source);
    assertThat(landed.snapshot().rows()).isEqualTo(source.rows());
    var secret = source.columns().get(7);
    var counts =
        engine
            .run(
                "SELECT count(*) FILTER (WHERE %1$s IS NULL), count(*) FILTER (WHERE %1$s_reden = 'geheim'), count(*) FILTER (WHERE %1$s = 0) FROM leiden.proef"
                    .formatted(secret.name()),
                warehouse.tables(List.of("leiden/proef"), false),
                Duration.ofSeconds(10))
            .rows()
            .getFirst();
    assertThat(counts.get(0)).isEqualTo(secret.missing());
    assertThat(counts.get(1)).isEqualTo(secret.secret());
  }

  private Landing.Landed landed(CsvSource source) throws IOException {
    var plain = Files.createTempFile(dir, "plain", ".csv");
    source.writePlain(plain);
    var landing = warehouse.land(contract("leiden/proef", source.columns()), plain, DAY);
    assertThat(landing).isInstanceOf(Landing.Landed.class);
    return (Landing.Landed) landing;
  }

  private static Contract contract(String dataset, List<ColumnGuess> columns) {
    var read = ContractReading.read(ContractProposal.yaml(dataset, "Een proef", columns));
    assertThat(read).isInstanceOf(ContractReading.Fine.class);
    return ((ContractReading.Fine) read).contract();
  }

  private static CsvSource opened(Path file) throws IOException {
    var opening = CsvSource.open(file);
    assertThat(opening).isInstanceOf(CsvSource.Opening.Opened.class);
    return ((CsvSource.Opening.Opened) opening).source();
  }
}
