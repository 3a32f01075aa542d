package nl.onzedata.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.parser.SqlParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.onzedata.lineage.Dialect;
import nl.onzedata.lineage.Written;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whatever is accepted can be asked of Trino too, or is refused there by the name of the piece.
class TrinoTextTest {
  private static Stream<Path> accepted(String folder) {
    try (var files = Files.list(Path.of(TrinoTextTest.class.getResource(folder).toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .filter(file -> read(file).startsWith("-- accepted"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @TestFactory
  Stream<DynamicTest> aQueryAboutPeopleIsReadByTrino() {
    var lab = new Lab(Fixtures.CONTRACTS, Fixtures.mandate());
    return accepted("corpus")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> assertThat(isRead(lab, read(file))).isTrue()));
  }

  @TestFactory
  Stream<DynamicTest> aQueryOnOpenDataIsReadByTrinoButForQuantiles() {
    return accepted("open")
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        assertThat(isRead(OpenWorld.LAB, read(file)))
                            .isEqualTo(!read(file).contains("PERCENTILE"))));
  }

  @TestFactory
  Stream<DynamicTest> theQueriesOfTpchAreReadByTrino() {
    return Tpch.queries().stream()
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.toString(),
                    () -> {
                      var lab = new Lab(Tpch.open(), Tpch.mandate(query.uses(), query.joins()));
                      assertThat(isRead(lab, query.sql())).isTrue();
                    }));
  }

  @Test
  void whatTrinoDoesNotHaveIsNamed() {
    var sql =
        read(accepted("open").filter(f -> read(f).contains("PERCENTILE")).toList().getFirst());
    assertThat(written(OpenWorld.LAB, sql))
        .isEqualTo(new Written.NotOnThisEngine(List.of("PERCENTILE_CONT")));
  }

  private static Written written(Lab lab, String sql) {
    var query = lab.accepted(sql).orElseThrow();
    return new Checker(lab.contracts()).compiled(query, Dialect.TRINO).orElseThrow();
  }

  private static boolean isRead(Lab lab, String sql) {
    return written(lab, sql) instanceof Written.Sql(var text)
        && Stream.of(text.split(";\n"))
            .allMatch(each -> new SqlParser().createStatement(each) != null);
  }
}
