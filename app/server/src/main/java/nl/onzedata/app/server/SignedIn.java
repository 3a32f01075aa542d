package nl.onzedata.app.server;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/// Someone who is signed in, by whatever road. The name is what this person sees of themselves; it
/// is shown to nobody else.
///
/// @param demo whether it is one of the made-up people of the demo, whom anyone may be
public record SignedIn(UUID person, String shownAs, boolean demo)
    implements Principal, Serializable {
  @Override
  public String getName() {
    return person.toString();
  }
}
