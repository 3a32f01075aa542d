package nl.onzedata.app.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;

/// Who plays the people of the demo, so that someone who tries it can take their places.
public interface DemoPeople {
  /// The pseudonym of one of them, such as `projectleider` or a seat's holder, in a project or
  /// at the authority; the same at every call.
  Pseudonym of(StreamId where, String person);

  /// Pseudonyms that follow from the names: for tests, and for voters that nobody plays.
  static DemoPeople made() {
    return (where, person) -> new Pseudonym(derived("demo\n" + where + "\n" + person));
  }

  private static String derived(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      var letters = new StringBuilder();
      for (int i = 0; i < 26; i++) {
        letters.append("abcdefghijklmnopqrstuvwxyz234567".charAt(digest[i] & 31));
      }
      return letters.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
