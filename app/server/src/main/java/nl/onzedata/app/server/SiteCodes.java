package nl.onzedata.app.server;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onzedata.adapter.postgres.Invitations.Invitation;
import nl.onzedata.app.web.Codes;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.party.Parties.Batch;

/// The codes of this installation. Safe for use by many threads.
final class SiteCodes implements Codes {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private final House house;

  SiteCodes(House house) {
    this.house = house;
  }

  @Override
  public List<String> issue(StreamId project, Batch batch) {
    var expires = batch.until().plusDays(1).atStartOfDay(HERE).toInstant();
    return house
        .invitations()
        .issue(
            new Invitation(
                project, batch.role(), Optional.empty(), 1, expires, Optional.of(batch.id())),
            batch.count());
  }

  @Override
  public Map<String, Use> uses(StreamId project) {
    var uses = new TreeMap<String, Use>();
    house
        .invitations()
        .uses(project)
        .forEach((id, use) -> uses.put(id, new Use(use.made(), use.used(), use.withdrawn())));
    return uses;
  }

  @Override
  public void withdraw(StreamId project, String batch) {
    house.invitations().withdraw(project, batch);
  }

  @Override
  public Optional<Pseudonym> holder(StreamId project, String code) {
    return house.invitations().holder(code, project, house.clock().instant());
  }

  @Override
  public String address() {
    return house.settings().origin().resolve("/signin").toString();
  }
}
