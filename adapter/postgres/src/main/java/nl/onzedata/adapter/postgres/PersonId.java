package nl.onzedata.adapter.postgres;

import java.util.UUID;

/// A person who signs in. Never leaves this installation, and stands in no act.
public record PersonId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
