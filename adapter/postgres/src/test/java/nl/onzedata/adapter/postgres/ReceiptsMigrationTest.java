package nl.onzedata.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import nl.onzedata.core.deliberation.Votes.Choice;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.ProjectId;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class ReceiptsMigrationTest {
  @Test
  void votesFromBeforeTheReceiptsGetTheirNumberAndTheirVotersAreCounted() throws Exception {
    var address = TestPostgres.emptyDatabaseAddress();
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(address.url(), address.user(), address.password())
        .locations("classpath:nl/onzedata/adapter/postgres/migration")
        .target("5")
        .load()
        .migrate();
    try (var connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into vote_series values ('leiden', 'huur', 3);
          insert into vote values
            ('leiden', 'huur', 0, 's1', 'fatimafatimafatima', 'AGREE', 'WEB', now()),
            ('leiden', 'huur', 1, 's1', 'dirkdirkdirkdirk', 'PASS', 'WEB', now()),
            ('leiden', 'huur', 2, 's1', 'fatimafatimafatima', 'DISAGREE', 'WEB', now());
          insert into standing_vote values
            ('leiden', 'huur', 's1', 'fatimafatimafatima', 'DISAGREE'),
            ('leiden', 'huur', 's1', 'dirkdirkdirkdirk', 'PASS');
          """);
    }
    var project = StreamId.of(new AuthorityId("leiden"), new ProjectId("huur"));
    try (var database = Database.open(address)) {
      var votes = new PostgresVotes(database);
      assertThat(votes.voters(project)).isEqualTo(2);
      var receipt = votes.receipts(project, new Pseudonym("fatimafatimafatima"));
      assertThat(receipt).hasSize(1);
      assertThat(Map.of("s1", Choice.DISAGREE))
          .isEqualTo(votes.of(project, new Pseudonym("fatimafatimafatima")));
      assertThat(receipt.values()).allMatch(one -> one.number() == 3);
    }
  }
}
