package nl.onzedata.adapter.postgres;

import static nl.onzedata.adapter.postgres.JournalStoreContract.AIR;
import static nl.onzedata.adapter.postgres.JournalStoreContract.HOUSING;
import static nl.onzedata.adapter.postgres.JournalStoreContract.LEIDEN;
import static nl.onzedata.adapter.postgres.JournalStoreContract.act;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.onzedata.adapter.postgres.ProjectList.Line;
import nl.onzedata.adapter.postgres.ProjectList.Summary;
import nl.onzedata.core.journal.Entry;
import nl.onzedata.core.journal.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectListTest {
  private final Database database = TestPostgres.emptyDatabase();
  private final PostgresJournalStore journal = new PostgresJournalStore(database, authority -> {});
  private final ProjectList list = new ProjectList(database, journal, ProjectListTest::summary);

  @AfterEach
  void close() {
    database.close();
  }

  private static Summary summary(List<Entry> acts) {
    return new Summary(
        acts.getFirst().payload(), "en", "stage " + acts.size(), acts.getLast().payload());
  }

  private void append(StreamId stream, long after, String payload) {
    assertThat(journal.append(stream, after, List.of(act(payload)), List.of())).isPresent();
  }

  @Test
  void aLineFollowsEveryAct() {
    append(HOUSING, 0, "a");
    assertThat(list.all()).extracting(line -> line.summary().stage()).containsExactly("stage 1");
    append(HOUSING, 1, "b");
    append(AIR, 0, "c");
    assertThat(list.find(HOUSING).orElseThrow().summary())
        .isEqualTo(new Summary("a", "en", "stage 2", "b"));
    assertThat(list.all()).extracting(Line::project).containsExactlyInAnyOrder(HOUSING, AIR);
  }

  @Test
  void anAuthorityIsNoProject() {
    append(StreamId.of(LEIDEN), 0, "a");
    assertThat(list.all()).isEmpty();
    assertThat(list.find(HOUSING)).isEmpty();
  }

  @Test
  void madeAgainFromTheActsItIsTheSame() {
    append(HOUSING, 0, "a");
    append(AIR, 0, "b");
    append(HOUSING, 1, "c");
    var before = list.all();
    database.update(new Sql("update project_list set title_nl = 'vals', stage = 'x'"));
    assertThat(list.all()).isNotEqualTo(before);
    list.rebuild();
    assertThat(list.all()).isEqualTo(before).hasSize(2);
  }
}
