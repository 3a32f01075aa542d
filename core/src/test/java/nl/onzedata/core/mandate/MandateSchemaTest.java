package nl.onzedata.core.mandate;

import static nl.onzedata.core.mandate.Samples.MANDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

class MandateSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Samples.text("mandate.schema.json"), InputFormat.JSON);

  @Test
  void whatCanBeReadFitsTheSchema() {
    assertThat(errors(MANDATE)).isZero();
    assertThat(errors(Samples.WHOLE)).isZero();
    for (var preset : Preset.ids()) {
      assertThat(errors(MANDATE.replace("secondary:", "preset: " + preset + ", secondary:")))
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scheefwonen", "bomen"})
  void theMandatesOfTheDemoFit(String project) throws IOException {
    var file = "../app/demo/src/main/resources/nl/onzedata/app/demo/leiden/" + project;
    var text =
        Files.readString(Path.of(file, "mandate.yaml"))
            .replace("${from}", "2027-04-01")
            .replace("${until}", "2028-03-31")
            .replaceAll("\\$\\{hash:[a-z0-9-]+\\}", "sha256:" + "0".repeat(64));
    assertThat(errors(text)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          audience: public | audiance: public
          audience: public | audience: everybody
          {cuts: [34229], closed: lower} | [34229]
          type: [group] | type: []
          type: [group] | type: [exists]
          indicators: listed | indicators: open
          secondary: optimal | secondary: optimal, rounding: {base: 5}
          "< 10" | "10"
          time: year, | ''
          sha256:aaaa | sha256:zzzz
          """)
  void whatReadingRefusesTheSchemaRefusesToo(String found, String instead) {
    var text = MANDATE.replace(found, instead);
    assertThat(text).isNotEqualTo(MANDATE);
    assertThat(errors(text)).isPositive();
    assertThat(MandateReading.read(text)).isInstanceOf(MandateReading.Unusable.class);
  }

  private static int errors(String yaml) {
    var value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    var json = JsonMapper.builder().build().writeValueAsString(value);
    return SCHEMA.validate(json, InputFormat.JSON).size();
  }
}
