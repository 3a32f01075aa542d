package nl.onzedata.app.server;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Channel;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.StreamId;

/// Seals new votes and images of every project into the log, one batch of each at a time, as long
/// as it is open. Nothing new means no act. What fails is told, and tried again at the next turn;
/// the numbers in the log say where to go on, so nothing is sealed twice or left out.
final class Sealing implements AutoCloseable {
  /// Whom the acts name: this machine, not a person ("the sealing service").
  static final Pseudonym SERVICE = new Pseudonym("verzegelingsdienst");

  private final Desk desk;
  private final Votes votes;
  private final Images images;
  private final Consumer<String> trouble;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private Sealing(Desk desk, Votes votes, Images images, Duration every, Consumer<String> trouble) {
    this.desk = desk;
    this.votes = votes;
    this.images = images;
    this.trouble = trouble;
    thread = Thread.ofVirtual().name("sealing").unstarted(() -> turns(every));
  }

  /// Seals now and then every so often, until it is closed. What goes wrong is told to `trouble`.
  static Sealing start(
      Desk desk, Votes votes, Images images, Duration every, Consumer<String> trouble) {
    var sealing = new Sealing(desk, votes, images, every, trouble);
    sealing.thread.start();
    return sealing;
  }

  private void turns(Duration every) {
    try {
      do {
        turn();
      } while (!closing.await(every.toNanos(), NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // someone stops this thread: it ends
    }
  }

  /// A project that fails does not keep the others waiting.
  private void turn() {
    try {
      for (var authority : desk.journal().authorities()) {
        desk.journal().streams(authority).stream()
            .filter(stream -> stream.project().isPresent())
            .forEach(this::seal);
      }
    } catch (RuntimeException e) {
      trouble.accept("sealing did not work and is tried again: " + e.getMessage());
    }
  }

  private void seal(StreamId project) {
    try {
      var sealed = desk.dossier(project).conversation();
      seal(project, "votes", votes.digest(project, sealed.sealedVotes() + 1));
      seal(project, "images", images.digest(project, sealed.sealedImages() + 1));
    } catch (RuntimeException e) {
      trouble.accept("sealing %s is tried again: %s".formatted(project, e.getMessage()));
    }
  }

  private void seal(StreamId project, String what, Optional<Votes.Sealed> batch) {
    if (batch.isEmpty()) {
      return;
    }
    var sealed = batch.get();
    var command = new Command.SealBatch(what, sealed.from(), sealed.until(), sealed.digest());
    var service = new Actor(SERVICE, Role.OPERATOR, Channel.COMMAND, Optional.empty());
    if (desk.does(project, command, service) instanceof Desk.Outcome.Refused(var reasons)) {
      trouble.accept("sealing %s of %s was refused: %s".formatted(what, project, reasons));
    }
  }

  /// Stops; a batch that is being sealed is finished first.
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
