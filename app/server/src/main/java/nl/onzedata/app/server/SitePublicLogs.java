package nl.onzedata.app.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.onzedata.app.web.PublicLogs;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.Phrase;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.merkle.Checkpoint;
import nl.onzedata.merkle.Hash;
import nl.onzedata.merkle.LogProof;

/// Reads proofs from the logs of the house. Safe for use by many threads.
final class SitePublicLogs implements PublicLogs {
  /// How long a page waits for an act that was done just now to be published.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final House house;

  SitePublicLogs(House house) {
    this.house = house;
  }

  @Override
  public Optional<Proof> proof(AuthorityId authority, long position) {
    try {
      return house.log().receipt(authority, position, PATIENCE).flatMap(p -> proof(authority, p));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<Proof> proof(AuthorityId authority, LogProof receipt) {
    return switch (Checkpoint.read(receipt.checkpoint(), house.log().key(authority))) {
      case Checkpoint.Read.Unusable unusable -> Optional.empty();
      case Checkpoint.Read.Signed(var checkpoint) ->
          Optional.of(
              new Proof(
                  checkpoint.size(),
                  new String(
                      house.log().reader(authority).leaf(receipt.index(), checkpoint.size()),
                      StandardCharsets.UTF_8),
                  receipt.path().stream().map(Hash::base64).toList(),
                  receipt.checkpoint(),
                  receipt.text(),
                  house.log().key(authority).toString()));
    };
  }

  @Override
  public List<Log> all() {
    return house.desk().journal().authorities().stream().map(this::log).toList();
  }

  private Log log(AuthorityId authority) {
    var checkpoint =
        switch (house.log().reader(authority).checkpoint()) {
          case Checkpoint.Read.Unusable unusable -> "";
          case Checkpoint.Read.Signed(var signed) -> signed.text();
        };
    var name =
        house
            .desk()
            .dossier(StreamId.of(authority))
            .founded()
            .map(founded -> founded.name())
            .orElse(Phrase.of(authority.value(), authority.value()));
    return new Log(authority, name, house.log().key(authority).toString(), checkpoint);
  }
}
