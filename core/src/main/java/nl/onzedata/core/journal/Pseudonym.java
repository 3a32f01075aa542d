package nl.onzedata.core.journal;

import java.util.regex.Pattern;

/// A person inside one project or at one authority; elsewhere the same person has another one, so
/// acts of different projects cannot be joined. Sixteen to forty characters of a-z and 2-7.
public record Pseudonym(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z2-7]{16,40}");

  public Pseudonym {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a pseudonym: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
