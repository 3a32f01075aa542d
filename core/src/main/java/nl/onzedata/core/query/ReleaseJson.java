package nl.onzedata.core.query;

import nl.onzedata.core.journal.Leaf;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Releases as canonical JSON: keys sorted, no blanks, numbers written out. Equal releases are
/// equal
/// bytes, so their digest stands for them. Safe for use by many threads.
public final class ReleaseJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ReleaseJson() {}

  /// The release as canonical JSON.
  public static String write(Release release) {
    return JSON.writeValueAsString(release);
  }

  /// The release that was written so.
  ///
  /// @throws IllegalStateException if it is not one
  public static Release read(String json) {
    try {
      return JSON.readValue(json, Release.class);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "a release that cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /// `sha256:` and the digest of the JSON.
  public static String hash(String json) {
    return "sha256:" + Leaf.sha256(json);
  }
}
