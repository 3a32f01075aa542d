package nl.onzedata.adapter.postgres;

import static nl.onzedata.adapter.postgres.JournalStoreContract.HOUSING;
import static nl.onzedata.adapter.postgres.JournalStoreContract.LEIDEN;
import static nl.onzedata.adapter.postgres.JournalStoreContract.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayTest {
  private static final Duration SHORT = Duration.ofSeconds(2);
  @TempDir Path data;

  @Test
  void workOnAStoppedDatabaseIsRefusedAndGoesOnByItselfOnceItIsBack() {
    var postgres = EmbeddedPostgres.start(data, TestPostgres.BINARIES, step -> {});
    try (var database = Database.open(postgres.address(), SHORT)) {
      var store = new PostgresJournalStore(database, authority -> {});
      assertThat(store.append(HOUSING, 0, List.of(act("{}")), List.of())).isPresent();
      postgres.stop();
      assertThatThrownBy(() -> store.append(HOUSING, 1, List.of(act("{}")), List.of()))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("not available");
      assertThatThrownBy(() -> store.size(LEIDEN)).isInstanceOf(StoreUnavailable.class);
      try (var again = EmbeddedPostgres.start(data, TestPostgres.BINARIES, step -> {})) {
        assertThat(again.address()).isEqualTo(postgres.address());
        assertThat(store.append(HOUSING, 1, List.of(act("{}")), List.of())).isPresent();
        assertThat(store.size(LEIDEN)).isEqualTo(2);
      }
    } finally {
      postgres.stop();
    }
  }

  @Test
  void anAddressWhereNobodyAnswersIsNamedWithTheSettingsToCheck() {
    var nobody = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/onze", "onze", "geheim");
    assertThatThrownBy(() -> Database.open(nobody, SHORT).close())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/onze")
        .hasMessageContaining("ONZE_DB_URL")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void aSchemaOfANewerVersionIsLeftAlone() {
    var address = TestPostgres.emptyDatabaseAddress();
    try (var database = Database.open(address)) {
      database.update(
          new Sql(
              """
              insert into flyway_schema_history select 999, '999', 'later', 'SQL', 'V999__later.sql',
                1, installed_by, now(), 1, true from flyway_schema_history limit 1
              """));
    }
    assertThatThrownBy(() -> Database.open(address).close())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("999");
  }

  @Test
  void halfAnAddressNamesAllThatIsMissing() {
    assertThat(DatabaseAddress.from(Map.of())).isEmpty();
    assertThatThrownBy(() -> DatabaseAddress.from(Map.of("ONZE_DB_PASSWORD", "geheim")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("ONZE_DB_URL is ''")
        .hasMessageContaining("ONZE_DB_USER is empty");
    assertThat(
            DatabaseAddress.from(
                Map.of("ONZE_DB_URL", "jdbc:postgresql://db/onze", "ONZE_DB_USER", "onze")))
        .contains(new DatabaseAddress("jdbc:postgresql://db/onze", "onze", ""));
  }
}
