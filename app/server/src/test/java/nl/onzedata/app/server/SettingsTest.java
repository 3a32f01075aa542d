package nl.onzedata.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void withoutAnythingSetThereIsADefaultForAll() {
    var settings = ((Settings.Read.Usable) Settings.from(Map.of())).settings();
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.demo()).isTrue();
    assertThat(settings.data()).isAbsolute().hasFileName("data");
    assertThat(settings.origin()).hasToString("http://localhost:8080");
    assertThat(settings.database()).isEmpty();
  }

  @Test
  void allProblemsAreToldAtOnceEachWithWhatWasFound() {
    var read =
        Settings.from(
            Map.of(
                "ONZE_PORT", "99999",
                "ONZE_DEMO", "maybe",
                "ONZE_DB_URL", "mysql://x",
                "ONZE_OIDC_ISSUER", "https://idp",
                "ONZE_ORIGIN", "ftp://x y"));
    assertThat(((Settings.Read.Unusable) read).problems())
        .hasSize(6)
        .anyMatch(problem -> problem.startsWith("ONZE_PORT is '99999': use"))
        .anyMatch(problem -> problem.contains("ONZE_DB_USER"));
  }

  @Test
  void anEmptyVariableIsAsGoodAsNone() {
    assertThat(Settings.from(Map.of("ONZE_PORT", " "))).isInstanceOf(Settings.Read.Usable.class);
  }
}
