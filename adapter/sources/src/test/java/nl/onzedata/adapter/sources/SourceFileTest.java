package nl.onzedata.adapter.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.onzedata.adapter.warehouse.DuckEngine;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.query.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
  @TempDir Path dir;
  private final Engine engine =
      new DuckEngine(new DuckEngine.Bounds(1, Duration.ofSeconds(5), 1, 256, 10_000));

  @Test
  void theFirstRowsShowWhatIsSecretAsSecretAndNotAsZero() throws IOException {
    var source = opened("\uFEFFWijk;Aantal \nA ;  0\nB;   .\nC;\n");
    assertThat(source.preview())
        .containsExactly(
            List.of(new Cell.Value("A"), new Cell.Value("0")),
            List.of(new Cell.Value("B"), new Cell.Missing(Cell.Reason.SECRET)),
            List.of(new Cell.Value("C"), new Cell.Missing(Cell.Reason.EMPTY)));
    assertThat(source.form())
        .isInstanceOfSatisfying(
            SourceFile.Form.Csv.class, csv -> assertThat(csv.byteOrderMark()).isTrue());
  }

  @Test
  void aContractDecidesNamesTypesAndWhatIsLeftOut() throws IOException {
    var source = opened("Wijk naam;Aantal;Naam\nMors;.;Jan\nNoord;1.234;Piet\n");
    var contract =
        contract(
            """
            - {name: wijk, physicalName: Wijk naam, logicalType: string, required: true, primaryKey: true}
            - {name: n, physicalName: Aantal, logicalType: integer}
            - {name: waarom, physicalName: Aantal, logicalType: string}
            """);
    assertThat(plain(source, contract, Optional.of(DecimalSign.COMMA)))
        .containsExactly("wijk,n,waarom,Naam", "Mors,,geheim,", "Noord,1234,,");
  }

  @Test
  void whatDoesNotFitTheTypeStaysForLandingToName() throws IOException {
    var source = opened("id;n;dag\n1;veel;1-2-2020\n2;1,5;31-13-2020\n");
    var contract =
        contract(
            """
            - {name: id, logicalType: string, required: true, primaryKey: true}
            - {name: n, logicalType: number}
            - {name: dag, logicalType: date}
            """);
    assertThat(plain(source, contract, Optional.of(DecimalSign.COMMA)))
        .containsExactly("id,n,dag", "1,veel,2020-02-01", "2,1.5,31-13-2020");
  }

  @Test
  void aFewWrongFieldsDoNotChangeWhatALongColumnIs() throws IOException {
    var text = new StringBuilder("id;n\n");
    for (int i = 0; i < 60; i++) {
      text.append(i).append(";").append(i == 17 ? "veel" : i + ",5").append('\n');
    }
    assertThat(opened(text.toString()).columns().get(1).form())
        .isEqualTo(ColumnGuess.Form.DECIMAL_COMMA);
  }

  @Test
  void aColumnThatCouldHaveEitherSignHasTheOneOfTheFile() throws IOException {
    assertThat(opened("n;score\n1.200;0,5\n300;0,25\n").columns())
        .extracting(ColumnGuess::form)
        .containsOnly(ColumnGuess.Form.DECIMAL_COMMA);
    assertThat(opened("n;score\n1.200;0.5\n300;0.25\n").columns())
        .extracting(ColumnGuess::form)
        .containsOnly(ColumnGuess.Form.DECIMAL_POINT);
  }

  @Test
  void aSpreadsheetAndABinaryFileAreToldFromATable() throws IOException {
    for (var each :
        List.of(
            "PK\u0003\u0004x:source.spreadsheet",
            "a\u0000b:source.binary",
            "PAR1x:source.parquet")) {
      var file = dir.resolve("f");
      Files.writeString(file, each.substring(0, each.indexOf(':')), StandardCharsets.UTF_8);
      assertThat(SourceFile.open(file, engine))
          .isInstanceOfSatisfying(
              SourceFile.Opening.Unreadable.class,
              unreadable ->
                  assertThat(unreadable.problems())
                      .extracting(SourceProblem::code)
                      .containsExactly(each.substring(each.indexOf(':') + 1)));
    }
  }

  private List<String> plain(SourceFile source, Contract contract, Optional<DecimalSign> sign)
      throws IOException {
    return Files.readAllLines(source.landable(contract, sign, dir, rows -> {}).file());
  }

  private static Contract contract(String columns) {
    var yaml =
        "id: leiden/proef\nname: Proef\nschema:\n  - name: proef\n    properties:\n"
            + columns.indent(6)
            + "customProperties: [{property: classification, value: open}]\n";
    assertThat(ContractReading.read(yaml)).isInstanceOf(ContractReading.Fine.class);
    return ((ContractReading.Fine) ContractReading.read(yaml)).contract();
  }

  private SourceFile opened(String text) throws IOException {
    var opening =
        SourceFile.open(
            Files.writeString(dir.resolve("in.csv"), text, StandardCharsets.UTF_8), engine);
    assertThat(opening).isInstanceOf(SourceFile.Opening.Opened.class);
    return ((SourceFile.Opening.Opened) opening).source();
  }
}
