package nl.onzedata.app.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What an operator may set, each by an environment variable; `docs/operator.md` lists them.
///
/// @param data the folder that everything lies in: database, data files, log and keys
///     (`ONZE_DATA`)
/// @param port where the site is served, 0 for any that is free (`ONZE_PORT`)
/// @param database a PostgreSQL server to use instead of the embedded one (`ONZE_DB_URL` …)
/// @param oidc an OpenID Connect provider to sign in with (`ONZE_OIDC_ISSUER` …)
/// @param demo whether the demo is loaded and roles can be switched (`ONZE_DEMO`)
/// @param origin the address that people see, for links and the log's name (`ONZE_ORIGIN`)
public record Settings(
    Path data,
    int port,
    Optional<Database> database,
    Optional<Oidc> oidc,
    boolean demo,
    URI origin) {

  /// A PostgreSQL server.
  public record Database(String url, String user, String password) {}

  /// An OpenID Connect provider and the client that we are to it.
  public record Oidc(String issuer, String clientId, String clientSecret) {}

  /// What was read: settings, or every problem with them.
  public sealed interface Read {
    /// All settings are usable.
    record Usable(Settings settings) implements Read {}

    /// What was found, what was expected, and where, for each setting that is not.
    record Unusable(List<String> problems) implements Read {}
  }

  /// Reads the settings from environment variables; what is not set has its default.
  public static Read from(Map<String, String> environment) {
    var problems = new ArrayList<String>();
    Function<String, Optional<String>> set =
        name -> Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    int port = set.apply("ONZE_PORT").map(text -> port(text, problems)).orElse(8080);
    boolean demo = set.apply("ONZE_DEMO").map(text -> yesOrNo(text, problems)).orElse(true);
    var database = database(set, problems);
    var oidc = oidc(set, problems);
    var origin =
        set.apply("ONZE_ORIGIN")
            .map(text -> origin(text, problems))
            .orElse(URI.create("http://localhost:" + port));
    var data = Path.of(set.apply("ONZE_DATA").orElse("data")).toAbsolutePath().normalize();
    return problems.isEmpty()
        ? new Read.Usable(new Settings(data, port, database, oidc, demo, origin))
        : new Read.Unusable(List.copyOf(problems));
  }

  private static int port(String text, List<String> problems) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    problems.add("ONZE_PORT is '%s': use a number from 0 to 65535".formatted(text));
    return 0;
  }

  private static boolean yesOrNo(String text, List<String> problems) {
    if (!text.equals("yes") && !text.equals("no")) {
      problems.add("ONZE_DEMO is '%s': use yes or no".formatted(text));
    }
    return text.equals("yes");
  }

  private static Optional<Database> database(
      Function<String, Optional<String>> set, List<String> problems) {
    var url = set.apply("ONZE_DB_URL");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.get().startsWith("jdbc:postgresql:")) {
      problems.add(
          "ONZE_DB_URL is '%s': use jdbc:postgresql://host:port/database".formatted(url.get()));
    }
    var user = set.apply("ONZE_DB_USER");
    var password = set.apply("ONZE_DB_PASSWORD");
    if (user.isEmpty() || password.isEmpty()) {
      problems.add("ONZE_DB_URL is set: set ONZE_DB_USER and ONZE_DB_PASSWORD too");
    }
    return Optional.of(new Database(url.get(), user.orElse(""), password.orElse("")));
  }

  private static Optional<Oidc> oidc(
      Function<String, Optional<String>> set, List<String> problems) {
    var issuer = set.apply("ONZE_OIDC_ISSUER");
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    var client = set.apply("ONZE_OIDC_CLIENT");
    var secret = set.apply("ONZE_OIDC_SECRET");
    if (client.isEmpty() || secret.isEmpty()) {
      problems.add("ONZE_OIDC_ISSUER is set: set ONZE_OIDC_CLIENT and ONZE_OIDC_SECRET too");
    }
    return Optional.of(new Oidc(issuer.get(), client.orElse(""), secret.orElse("")));
  }

  private static URI origin(String text, List<String> problems) {
    try {
      var uri = URI.create(text);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below, as for any other text that is not an address
    }
    problems.add(
        "ONZE_ORIGIN is '%s': use an address such as https://onze.gemeente.nl".formatted(text));
    return URI.create("http://localhost");
  }
}
