package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.JournalStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresJournalStoreTest implements JournalStoreContract {
  private static final Database DATABASE = TestPostgres.emptyDatabase();
  private final List<AuthorityId> told = new ArrayList<>();

  @Override
  public JournalStore emptyStore() {
    DATABASE.transaction(
        connection -> {
          new Sql("alter table act disable trigger user").update(connection);
          new Sql("truncate authority, stream, act, kept_text, checkpoint restart identity")
              .update(connection);
          return new Sql("alter table act enable trigger user").update(connection);
        });
    return new PostgresJournalStore(DATABASE, told::add);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void theDatabaseItselfRefusesToChangeOrRemoveAnAct() {
    emptyStore().append(HOUSING, 0, List.of(JournalStoreContract.act("{}")), List.of());
    for (var sql : List.of("update act set payload = '{ }'", "delete from act", "truncate act")) {
      assertThatThrownBy(() -> DATABASE.update(new Sql(sql)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("acts are never changed");
    }
  }

  @Test
  void tellsOfAnAuthorityOnlyOnceItHasNewActs() {
    var store = emptyStore();
    store.append(HOUSING, 0, List.of(JournalStoreContract.act("{}")), List.of());
    store.append(HOUSING, 0, List.of(JournalStoreContract.act("{}")), List.of());
    store.append(HOUSING, 1, List.of(), List.of());
    assertThat(told).containsExactly(LEIDEN);
  }

  @Test
  void aNewStoreOnTheSameDatabaseGoesOnWhereTheOldOneWas() {
    emptyStore().append(HOUSING, 0, List.of(JournalStoreContract.act("{}")), List.of());
    var next =
        new PostgresJournalStore(DATABASE, authority -> {})
            .append(HOUSING, 1, List.of(JournalStoreContract.act("{}")), List.of())
            .orElseThrow();
    assertThat(next.getFirst().position()).isEqualTo(1);
  }
}
