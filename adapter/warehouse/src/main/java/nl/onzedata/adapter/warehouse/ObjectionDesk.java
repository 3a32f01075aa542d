package nl.onzedata.adapter.warehouse;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.dataset.Objections;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.dossier.Permissions;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.AuthorityId;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.words.Message;

/// Where a controller hands in a list of who objected: it is taken in, holds from then on, and the
/// log tells of it. Safe for use by many threads. Whoever is cut short can do it again.
public final class ObjectionDesk {
  /// Below this a number is not told while no agreement says another.
  private static final long UNSAFE = 10;

  private final ObjectionLists lists;
  private final Desk desk;
  private final InstantSource clock;

  public ObjectionDesk(ObjectionLists lists, Desk desk, InstantSource clock) {
    this.lists = lists;
    this.desk = desk;
    this.clock = clock;
  }

  /// What became of a list that was handed in.
  public sealed interface Outcome {
    /// It holds.
    ///
    /// @param version which delivery it is for the dataset and purpose
    /// @param isNew whether it is another one than held already
    /// @param unknown whether some keys are in no snapshot, and how many, as far as that is told
    record Holds(int version, boolean isNew, Message unknown) implements Outcome {}

    /// The file cannot be used; nothing was stored.
    record Unusable(List<LandingProblem> problems, Map<String, Long> rest) implements Outcome {
      public Unusable {
        problems = List.copyOf(problems);
        rest = Map.copyOf(rest);
      }
    }

    /// It may not be handed in; nothing was stored, unless someone else was first meanwhile.
    record Refused(List<Message> reasons) implements Outcome {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /// The project of an authority that has a dataset; no two have the same.
  public Optional<StreamId> project(AuthorityId authority, String dataset) {
    return desk.journal().streams(authority).stream()
        .filter(stream -> contract(desk.dossier(stream), dataset).isPresent())
        .findFirst();
  }

  /// The contract of a dataset of a project.
  public static Optional<Contract> contract(Dossier dossier, String dataset) {
    return dossier.project().datasets().stream()
        .filter(known -> known.id().equals(dataset))
        .map(known -> ContractReading.read(known.contract()))
        .flatMap(
            read ->
                read instanceof ContractReading.Fine(var contract)
                    ? Optional.of(contract).stream()
                    : Optional.<Contract>empty().stream())
        .findFirst();
  }

  /// Takes in a list, and tells the log.
  ///
  /// @param nobody whether it is meant to have no keys
  public Outcome handIn(
      StreamId project, String dataset, String purpose, Path file, boolean nobody, Actor actor) {
    var dossier = desk.dossier(project);
    var contract = contract(dossier, dataset);
    if (contract.isEmpty()) {
      return new Outcome.Refused(
          List.of(Message.of("refusal.dataset-unknown", "dataset", dataset)));
    }
    var mayNot = mayNot(dossier, actor);
    if (mayNot.isPresent()) {
      return new Outcome.Refused(List.of(mayNot.get()));
    }
    return switch (lists.deliver(contract.get(), purpose, file, nobody)) {
      case ObjectionLists.Delivery.NotKept(var problems, var rest) ->
          new Outcome.Unusable(problems, rest);
      case ObjectionLists.Delivery.Kept kept -> told(project, dossier, kept, actor);
    };
  }

  /// Asked before anything is stored: a list holds from the moment that it is there.
  private static Optional<Message> mayNot(Dossier dossier, Actor actor) {
    if (!Permissions.allows(actor.as(), Command.SupplyObjections.class)) {
      return Optional.of(
          Message.of("refusal.role", "role", actor.as().name(), "command", "SupplyObjections"));
    }
    return Permissions.GIVEN_IN_PROJECT.contains(actor.as())
            && !dossier.project().rolesOf(actor.who()).contains(actor.as())
        ? Optional.of(Message.of("refusal.role-not-given-to-you", "role", actor.as().name()))
        : Optional.empty();
  }

  private Outcome told(
      StreamId project, Dossier dossier, ObjectionLists.Delivery.Kept kept, Actor actor) {
    var list = kept.list();
    var known =
        dossier.project().objections().stream().anyMatch(each -> each.list().equals(list.id()));
    if (!known
        && desk.does(
                project,
                new Command.SupplyObjections(
                    list.dataset(), list.purpose(), list.version(), list.id(), list.commitment()),
                actor)
            instanceof Desk.Outcome.Refused(var reasons)) {
      return new Outcome.Refused(reasons);
    }
    return new Outcome.Holds(list.version(), kept.isNew(), unknown(dossier, kept.unknown()));
  }

  private Message unknown(Dossier dossier, long count) {
    var told = Objections.told(count, below(dossier));
    return told.isPresent()
        ? Message.of("objections.unknown-some", "number", Long.toString(told.getAsLong()))
        : Message.of("objections.unknown-few");
  }

  /// The number below which a project's agreement says that a number of people is unsafe.
  private long below(Dossier dossier) {
    return dossier
        .standing()
        .now(clock.instant())
        .flatMap(ground -> Basis.of(dossier, ground.mandate()))
        .flatMap(
            read ->
                read instanceof Basis.Read.Usable(var basis)
                    ? basis.mandate().disclosure(Mandate.Measure.COUNT)
                    : Optional.empty())
        .map(Mandate.Disclosure::below)
        .orElse(UNSAFE);
  }
}
