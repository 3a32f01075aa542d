package nl.onzedata.adapter.postgres;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// Where a PostgreSQL database is: a JDBC address with user and password.
public record DatabaseAddress(String url, String user, String password) {
  /// The server named by `ONZE_DB_URL`, `ONZE_DB_USER` and `ONZE_DB_PASSWORD`; nothing if none of
  /// them is set, which means: start our own.
  public static Optional<DatabaseAddress> from(Map<String, String> environment) {
    var url = environment.getOrDefault("ONZE_DB_URL", "");
    var user = environment.getOrDefault("ONZE_DB_USER", "");
    var password = environment.getOrDefault("ONZE_DB_PASSWORD", "");
    if ((url + user + password).isEmpty()) {
      return Optional.empty();
    }
    var problems = new ArrayList<String>();
    if (!url.startsWith("jdbc:postgresql:")) {
      problems.add("ONZE_DB_URL is '%s': use jdbc:postgresql://host:5432/database".formatted(url));
    }
    if (user.isEmpty()) {
      problems.add("ONZE_DB_USER is empty: give the database user");
    }
    if (!problems.isEmpty()) {
      throw new CannotStart(String.join("; ", problems));
    }
    return Optional.of(new DatabaseAddress(url, user, password));
  }

  /// Without the password, so that it can be logged.
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
