package nl.onzedata.adapter.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.onzedata.adapter.sources.ColumnGuess.Form;
import nl.onzedata.core.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
  @TempDir Path dir;

  @Test
  void seesSeparatorByteOrderMarkAndPadding() throws IOException {
    var source =
        opened(
            "\uFEFF\"Regio\";\"Aantal\"\r\n\"GM0363    \";\"   12\"\r\n\"GM0364    \";\"    7\"\r\n");
    assertThat(source.separator()).isEqualTo(';');
    assertThat(source.columns()).extracting(ColumnGuess::title).containsExactly("Regio", "Aantal");
    assertThat(source.columns())
        .extracting(ColumnGuess::form)
        .containsExactly(Form.TEXT, Form.INTEGER);
    assertThat(plain(source)).containsExactly("regio,aantal", "GM0363,12", "GM0364,7");
  }

  @Test
  void secretIsNotZeroAndSaysWhyItIsMissing() throws IOException {
    var source = opened("wijk;aantal\nA;0\nB;.\nC;\nD;x\nE;-\n");
    assertThat(plain(source))
        .containsExactly(
            "wijk,aantal,aantal_reden",
            "A,0,",
            "B,,geheim",
            "C,,leeg",
            "D,,geheim",
            "E,,niet van toepassing");
    assertThat(source.notes())
        .extracting(SourceProblem::code)
        .containsExactly("source.note-secret");
  }

  @Test
  void aDecimalCommaIsReadAsSuch() throws IOException {
    assertThat(plain(opened("a;b;c\n1,5;1.234,50;,5\n2;12;3\n")))
        .containsExactly("a,b,c", "1.5,1234.50,0.5", "2,12,3");
  }

  @Test
  void aDecimalPointStaysAndDigitsAreCounted() throws IOException {
    var source = opened("a;b\n1.5;100.25\n-22;.5\n");
    assertThat(source.columns()).extracting(ColumnGuess::form).containsOnly(Form.DECIMAL_POINT);
    assertThat(source.columns()).extracting(ColumnGuess::precision).containsExactly(3, 5);
    assertThat(source.columns()).extracting(ColumnGuess::scale).containsExactly(1, 2);
    assertThat(plain(source)).containsExactly("a,b", "1.5,100.25", "-22,0.5");
  }

  @Test
  void aCodeWithZerosInFrontStaysText() throws IOException {
    var source = opened("code,n\n0363,1\n0364,2\n");
    assertThat(source.columns().getFirst().form()).isEqualTo(Form.TEXT);
    assertThat(plain(source)).contains("0363,1");
  }

  @Test
  void daysAndYesOrNoAreRead() throws IOException {
    assertThat(plain(opened("dag;ook;wel\n31-12-2015;2015-12-31;ja\n1-2-2016;2016-02-01;Nee\n")))
        .containsExactly(
            "dag,ook,wel", "2015-12-31,2015-12-31,true", "2016-02-01,2016-02-01,false");
    assertThat(opened("dag;n\n30-02-2015;1\n").columns().getFirst().form()).isEqualTo(Form.TEXT);
  }

  @Test
  void quotedFieldsKeepSeparatorsQuotesAndLineBreaks() throws IOException {
    var source = opened("naam,n\n\"De Waard, \"\"oost\"\"\",1\n\"twee\nregels\",2\n");
    assertThat(source.preview())
        .isEqualTo(List.of(List.of("De Waard, \"oost\"", "1"), List.of("twee\nregels", "2")));
    assertThat(source.rows()).isEqualTo(2);
  }

  @Test
  void whatIsNotUtf8IsReadAsWindowsAndSaysSo() throws IOException {
    var file =
        Files.write(
            dir.resolve("w.csv"),
            "naam;n\nCafé;1\nZoë;2\n".getBytes(Charset.forName("windows-1252")));
    var source = opened(file);
    assertThat(source.preview().getFirst().getFirst()).isEqualTo("Café");
    assertThat(source.notes())
        .extracting(SourceProblem::code)
        .containsExactly("source.note-encoding");
  }

  @Test
  void fewValuesAreACodeListAndManyAreNot() throws IOException {
    var source = opened("id,wijk\n1,Mors\n2,Noord\n3,Mors\n");
    assertThat(source.columns().get(0).unique()).isTrue();
    assertThat(source.columns().get(1).codes()).containsExactly("Mors", "Noord");
  }

  @Test
  void everyProblemIsToldAtOnceWithItsLine() throws IOException {
    var unreadable = unreadable("a,,a\n1,2,3\n1,2\n1,2,3,4\n");
    assertThat(unreadable.problems())
        .containsExactly(
            new SourceProblem("source.title-absent", 1, "2", "", ""),
            new SourceProblem("source.title-twice", 1, "a", "3", ""),
            new SourceProblem("source.width", 3, "", "2", "3"),
            new SourceProblem("source.width", 4, "", "4", "3"));
  }

  @Test
  void theFirstTwentyProblemsAreToldAndTheRestCounted() throws IOException {
    var unreadable = unreadable("a,b\n1,2\n" + "1,2,3\n".repeat(30));
    assertThat(unreadable.problems()).hasSize(20);
    assertThat(unreadable.rest()).isEqualTo(Map.of("source.width", 10L));
  }

  @Test
  void aQuoteThatStaysOpenIsTold() throws IOException {
    assertThat(unreadable("a,b\n1,\"2\n3,4\n").problems())
        .extracting(SourceProblem::code)
        .contains("source.quote-open");
  }

  @Test
  void anEmptyFileIsTold() throws IOException {
    for (var text : List.of("", "a,b\n", "\n\n")) {
      assertThat(unreadable(text).problems())
          .extracting(SourceProblem::code)
          .containsExactly("source.empty");
    }
  }

  @Test
  void everyCodeHasWordsInEveryLanguage() {
    var dutch = Words.load("nl", CsvSource.class, "sources");
    var english = Words.load("en", CsvSource.class, "sources");
    assertThat(dutch.codes()).hasSize(11).isEqualTo(english.codes());
    for (var code : dutch.codes()) {
      assertThat(dutch.arguments(code)).isEqualTo(english.arguments(code));
      assertThat(dutch.say(new SourceProblem(code, 3, "k", "f", "e").message())).isNotBlank();
    }
  }

  @Test
  void readsARealDownloadOfStatisticsNetherlands() throws IOException {
    var file = StatLine.download();
    assumeThat(file).as("the StatLine download is not here").isPresent();
    var source = opened(file.orElseThrow());
    assertThat(source.separator()).isEqualTo(';');
    assertThat(source.rows()).isGreaterThan(500);
    assertThat(source.preview()).hasSize(20);
    assertThat(source.preview().getFirst()).contains("GM0363", "457400");
    assertThat(source.columns()).extracting(ColumnGuess::name).doesNotHaveDuplicates();
    var scores = source.columns().get(7);
    assertThat(scores.form()).isEqualTo(Form.DECIMAL_POINT);
    assertThat(scores.secret()).isPositive();
    var lines = plain(source);
    assertThat(lines).hasSize((int) source.rows() + 1);
    assertThat(lines.get(1))
        .startsWith("2019,Amsterdam,GM0363,457400,20.8,,29.8,,49.5,,-0.100,,1.010");
    assertThat(lines.stream().filter(line -> line.contains("BU03630100")).findFirst().orElseThrow())
        .endsWith("BU03630100,0,,geheim,,geheim,,geheim,,geheim,,geheim");
  }

  private List<String> plain(CsvSource source) throws IOException {
    var target = dir.resolve("plain.csv");
    source.writePlain(target);
    return Files.readAllLines(target);
  }

  private CsvSource opened(String text) throws IOException {
    return opened(Files.writeString(dir.resolve("in.csv"), text, StandardCharsets.UTF_8));
  }

  private static CsvSource opened(Path file) throws IOException {
    var opening = CsvSource.open(file);
    assertThat(opening).isInstanceOf(CsvSource.Opening.Opened.class);
    return ((CsvSource.Opening.Opened) opening).source();
  }

  private CsvSource.Opening.Unreadable unreadable(String text) throws IOException {
    var opening = CsvSource.open(Files.writeString(dir.resolve("in.csv"), text));
    assertThat(opening).isInstanceOf(CsvSource.Opening.Unreadable.class);
    return (CsvSource.Opening.Unreadable) opening;
  }
}
