package nl.onzedata.app.demo;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Role;

/// One step of loading a project, and how to see that it was done.
sealed interface DemoStep {
  /// Whether it was done before, by this load or one that was cut short.
  boolean isDone(Dossier dossier);

  /// Something that one of the people does.
  ///
  /// @param stage the part of the journey it belongs to, for who watches
  record Act(
      String stage,
      String who,
      Role as,
      Function<Dossier, Command> command,
      Predicate<Dossier> done)
      implements DemoStep {
    @Override
    public boolean isDone(Dossier dossier) {
      return done.test(dossier);
    }
  }

  /// The votes and images of a project; it goes on where it was.
  record Voices(String stage, Runnable cast, BooleanSupplier done) implements DemoStep {
    @Override
    public boolean isDone(Dossier dossier) {
      return done.getAsBoolean();
    }
  }

  /// The figures that the agreement names are run and published.
  record Publish(String stage) implements DemoStep {
    @Override
    public boolean isDone(Dossier dossier) {
      return !dossier.releases().isEmpty();
    }
  }
}
