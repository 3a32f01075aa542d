package nl.onzedata.adapter.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.journal.StreamId;

/// Digests of batches of votes and images, for the log: SHA-256 over 32 random bytes and a line per
/// fact. Safe for use by many threads.
final class Seals {
  private final Database database;
  private final SecureRandom random = new SecureRandom();

  Seals(Database database) {
    this.database = database;
  }

  /// The digest over a batch that begins at `from`; nothing if it is empty.
  Optional<Votes.Sealed> over(StreamId project, String what, long from, List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    var digest = sha256();
    digest.update(HexFormat.of().parseHex(salt(project, what, from)));
    lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return Optional.of(
        new Votes.Sealed(
            from, from + lines.size() - 1, "sha256:" + HexFormat.of().formatHex(digest.digest())));
  }

  private String salt(StreamId project, String what, long from) {
    var fresh = new byte[32];
    random.nextBytes(fresh);
    database.update(
        new Sql(
            """
            insert into seal (authority, project, what, first, salt) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """,
            project.authority().value(),
            PostgresJournalStore.project(project),
            what,
            from,
            HexFormat.of().formatHex(fresh)));
    return database
        .first(
            new Sql(
                """
                select salt from seal
                where authority = ? and project = ? and what = ? and first = ?
                """,
                project.authority().value(),
                PostgresJournalStore.project(project),
                what,
                from),
            row -> row.getString(1))
        .orElseThrow();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
