package nl.onzedata.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.party.Parties.Batch;

/// Codes that a test can read again.
final class MadeCodes implements Codes {
  final Map<String, Use> uses = new TreeMap<>();
  final Map<String, Pseudonym> holders = new TreeMap<>();

  @Override
  public List<String> issue(StreamId project, Batch batch) {
    var codes = new ArrayList<String>();
    for (int i = 0; i < batch.count(); i++) {
      codes.add("code-" + batch.id() + "-" + i);
    }
    uses.put(batch.id(), new Use(batch.count(), 0, 0));
    return codes;
  }

  @Override
  public Map<String, Use> uses(StreamId project) {
    return uses;
  }

  @Override
  public void withdraw(StreamId project, String batch) {
    uses.computeIfPresent(
        batch, (id, use) -> new Use(use.made(), use.used(), use.made() - use.used()));
  }

  @Override
  public Optional<Pseudonym> holder(StreamId project, String code) {
    return Optional.ofNullable(holders.get(code));
  }

  @Override
  public String address() {
    return "https://onze.example/signin";
  }
}
