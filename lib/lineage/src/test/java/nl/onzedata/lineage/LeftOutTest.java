package nl.onzedata.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The other tests of this module show that nothing of this is missed.
class LeftOutTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.google.protobuf.Message",
        "org.apache.hc.client5.http.classic.HttpClient",
        "org.apache.commons.dbcp2.BasicDataSource",
        "org.apache.commons.text.similarity.LevenshteinDistance",
        "org.apache.commons.io.IOUtils",
        "com.fasterxml.jackson.databind.ObjectMapper",
        "org.yaml.snakeyaml.Yaml",
        "com.yahoo.sketches.theta.Sketch",
        "org.pentaho.aggdes.algorithm.Algorithm",
        "com.google.uzaygezen.core.SpaceFillingCurve",
        "net.minidev.json.JSONObject",
        "org.locationtech.proj4j.CRSFactory",
        "org.locationtech.jts.io.geojson.GeoJsonReader"
      })
  void whatCalciteBringsAndTracingDoesNotNeedIsNotThere(String name) {
    assertThat(
            Thread.currentThread()
                .getContextClassLoader()
                .getResource(name.replace('.', '/') + ".class"))
        .isNull();
  }
}
