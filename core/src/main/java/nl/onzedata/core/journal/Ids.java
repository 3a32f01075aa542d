package nl.onzedata.core.journal;

import java.util.regex.Pattern;

/// The form that every id of ours has, so that it can stand in an address and a file name as it is.
public final class Ids {
  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,59}");

  private Ids() {}

  /// Whether the text may be an id: it starts with a letter and has at most 60 characters.
  public static boolean isSlug(String value) {
    return SLUG.matcher(value).matches();
  }

  /// Returns the text if it may be an id.
  public static String requireSlug(String value, String of) {
    if (!isSlug(value)) {
      throw new IllegalArgumentException(
          "not an id of a %s: '%s'; use a-z, 0-9 and -, from a letter, at most 60"
              .formatted(of, value));
    }
    return value;
  }
}
