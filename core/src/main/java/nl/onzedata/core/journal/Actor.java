package nl.onzedata.core.journal;

import java.util.Optional;

/// Who does something, as what, and by which road. `enteredBy` is there when someone typed in what
/// another person wrote or said; that needs the reference of the form.
public record Actor(Pseudonym who, Role as, Channel channel, Optional<Proxy> enteredBy) {
  /// Someone who acts for themselves, on the web.
  public static Actor onTheWeb(Pseudonym who, Role as) {
    return new Actor(who, as, Channel.WEB, Optional.empty());
  }

  /// Who typed it in, and the reference of the form they typed it from.
  public record Proxy(Pseudonym who, String formReference) {
    public Proxy {
      if (formReference.isBlank()) {
        throw new IllegalArgumentException("an entry for someone else needs the form's reference");
      }
    }
  }
}
