package nl.onzedata.app.web.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import nl.onzedata.adapter.sources.ContractProposal;
import nl.onzedata.adapter.sources.SourceFile;
import nl.onzedata.adapter.warehouse.Landing;
import nl.onzedata.adapter.warehouse.Margins;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.app.web.intake.State.Found;
import nl.onzedata.app.web.intake.State.Step;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Actor;
import nl.onzedata.core.journal.Pseudonym;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.query.Engine;
import nl.onzedata.core.words.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at files that were handed in, and takes them in under their contract: all of it or
/// nothing. Files can be large, so this is done beside the pages, one file at a time. Safe for use
/// by many threads.
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int TWIN_ROWS = 1000;
  private static final int READ = 45;
  private static final int VERIFYING = 50;
  private static final int MAKING_TWIN = 65;
  private static final int LANDING = 80;

  private final Deliveries deliveries;
  private final Warehouse warehouse;
  private final Engine engine;
  private final Desk desk;
  private final InstantSource clock;
  private final Semaphore one = new Semaphore(1, true);
  private final Map<String, Work> works = new ConcurrentHashMap<>();

  /// @param engine reads Parquet
  public Intake(
      Deliveries deliveries, Warehouse warehouse, Engine engine, Desk desk, InstantSource clock) {
    this.deliveries = deliveries;
    this.warehouse = warehouse;
    this.engine = engine;
    this.desk = desk;
    this.clock = clock;
  }

  /// What is being done with one delivery, or was done last.
  private record Work(
      Delivery delivery, AtomicReference<State> state, CompletableFuture<State> end) {}

  private interface Task {
    State run(AtomicReference<State> state) throws IOException;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  /// A delivery of that person, also one that has just come in.
  Optional<Delivery> find(String id, StreamId project, Pseudonym who) {
    return deliveries
        .find(id, project, who)
        .or(
            () ->
                Optional.ofNullable(works.get(id))
                    .filter(work -> work.state().get() instanceof State.Done)
                    .map(Work::delivery)
                    .filter(done -> done.project().equals(project) && done.who().equals(who)));
  }

  /// How far a delivery is; a file that was not looked at by this process is looked at now.
  State state(Delivery delivery) {
    return works
        .computeIfAbsent(delivery.id(), id -> start(delivery, task -> opened(delivery)))
        .state()
        .get();
  }

  /// The same, after waiting a little for what goes on.
  State state(Delivery delivery, Duration patience) {
    state(delivery);
    var work = works.get(delivery.id());
    if (work == null) {
      return state(delivery);
    }
    try {
      return work.end().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return work.state().get();
    } catch (ExecutionException e) {
      return new State.Failed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return work.state().get();
    }
  }

  /// Holds the values of a file against as much of a contract as can be read; stores nothing.
  void check(Delivery delivery, SourceFile source, Contract contract) {
    begin(
        delivery,
        task -> {
          var landable = landable(delivery, source, contract, task);
          try {
            task.set(new State.Working(Step.VERIFYING, VERIFYING));
            return new State.Open(source, found(contract, landable));
          } finally {
            thrownAway(landable, source);
          }
        });
  }

  /// Remembers that a delivery was checked and that none of its values could be: its contract is
  /// not readable.
  void checked(Delivery delivery, SourceFile source) {
    begin(delivery, task -> new State.Open(source, Found.FINE));
  }

  /// Takes a file in, unless something is wrong with it: then nothing is stored.
  void land(Delivery delivery, SourceFile source, Contract contract, Actor actor) {
    begin(
        delivery,
        task -> {
          var landable = landable(delivery, source, contract, task);
          try {
            task.set(new State.Working(Step.VERIFYING, VERIFYING));
            var found = found(contract, landable);
            return found.isFine()
                ? taken(delivery, source, contract, landable, actor, task)
                : new State.Open(source, found);
          } finally {
            thrownAway(landable, source);
          }
        });
  }

  /// Erases a delivery, unless something is being done with it.
  boolean cancel(Delivery delivery) {
    if (state(delivery) instanceof State.Working) {
      return false;
    }
    works.remove(delivery.id());
    deliveries.remove(delivery);
    return true;
  }

  private void begin(Delivery delivery, Task task) {
    var old = clock.instant().minus(Duration.ofDays(1));
    works.values().removeIf(work -> work.delivery().received().isBefore(old));
    works.compute(
        delivery.id(),
        (id, before) ->
            before != null && before.state().get() instanceof State.Working
                ? before
                : start(delivery, task));
  }

  private Work start(Delivery delivery, Task task) {
    var state = new AtomicReference<State>(new State.Working(Step.WAITING, 0));
    var end = new CompletableFuture<State>();
    Thread.ofVirtual()
        .start(
            () -> {
              var last = result(task, state);
              state.set(last);
              end.complete(last);
            });
    return new Work(delivery, state, end);
  }

  private State result(Task task, AtomicReference<State> state) {
    one.acquireUninterruptibly();
    try {
      return task.run(state);
    } catch (IOException | RuntimeException e) {
      LOG.warn("a delivery could not be read or stored", e);
      return new State.Failed();
    } finally {
      one.release();
    }
  }

  private State opened(Delivery delivery) throws IOException {
    return switch (SourceFile.open(deliveries.file(delivery), engine)) {
      case SourceFile.Opening.Unreadable(var problems, var rest) ->
          new State.Unreadable(problems, rest);
      case SourceFile.Opening.Opened(var source) -> {
        if (delivery.fields().isEmpty() && delivery.text().isEmpty()) {
          var draft =
              ContractProposal.draft(delivery.dataset(), delivery.title(), source.columns());
          deliveries.keep(delivery.with(ContractForm.show(draft, List.of())));
        }
        yield new State.Open(source, Found.NOTHING);
      }
    };
  }

  private SourceFile.Landable landable(
      Delivery delivery, SourceFile source, Contract contract, AtomicReference<State> state)
      throws IOException {
    state.set(new State.Working(Step.READING, 0));
    return source.landable(
        contract,
        delivery.sign(),
        deliveries.folder(delivery),
        rows ->
            state.set(
                new State.Working(Step.READING, (int) (READ * rows / Math.max(1, source.rows())))));
  }

  private static void thrownAway(SourceFile.Landable landable, SourceFile source)
      throws IOException {
    if (!landable.file().equals(source.file())) {
      Files.deleteIfExists(landable.file());
    }
  }

  private Found found(Contract contract, SourceFile.Landable landable) {
    return warehouse
        .verify(contract, landable.file(), landable.titles())
        .map(not -> new Found(true, not.problems(), not.rest(), List.of()))
        .orElse(Found.FINE);
  }

  /// The act that a dataset is added comes before anything is stored, so that what is stored is
  /// always known. Whoever is cut short can do it again: what is there already stays.
  private State taken(
      Delivery delivery,
      SourceFile source,
      Contract contract,
      SourceFile.Landable landable,
      Actor actor,
      AtomicReference<State> state) {
    var refused = added(delivery, actor);
    if (!refused.isEmpty()) {
      return new State.Open(source, new Found(true, List.of(), Map.of(), refused));
    }
    state.set(new State.Working(Step.TWIN, MAKING_TWIN));
    if (!hasTwin(desk.dossier(delivery.project()), delivery)) {
      refused =
          recorded(
              delivery,
              warehouse.twin(
                  contract,
                  new Margins(TWIN_ROWS, Map.of()),
                  delivery.date(),
                  delivery.dataset().hashCode()),
              actor);
    }
    var dossier = desk.dossier(delivery.project());
    boolean records = Basis.mayLand(dossier, delivery.dataset(), clock.instant());
    if (refused.isEmpty() && records) {
      state.set(new State.Working(Step.LANDING, LANDING));
      refused =
          recorded(
              delivery,
              warehouse.land(contract, landable.file(), landable.titles(), delivery.date()),
              actor);
    }
    if (!refused.isEmpty()) {
      return new State.Open(source, new Found(true, List.of(), Map.of(), refused));
    }
    deliveries.remove(delivery);
    return new State.Done(records);
  }

  private static boolean hasTwin(Dossier dossier, Delivery delivery) {
    return dossier.project().snapshots().stream()
        .anyMatch(snapshot -> snapshot.twin() && snapshot.dataset().equals(delivery.dataset()));
  }

  /// Adds the dataset with its contract; why not, if that was refused.
  private synchronized List<Message> added(Delivery delivery, Actor actor) {
    var dossier = desk.dossier(delivery.project());
    var there =
        dossier.project().datasets().stream()
            .filter(dataset -> dataset.id().equals(delivery.dataset()))
            .findFirst();
    if (there.filter(dataset -> dataset.contract().equals(delivery.contract())).isPresent()) {
      return List.of();
    }
    var taken = taken(delivery.dataset(), delivery.project(), there.isPresent());
    return taken.isPresent()
        ? List.of(taken.get())
        : does(delivery, new Command.AddDataset(delivery.dataset(), delivery.contract()), actor);
  }

  /// Why a dataset may not be called so: its files lie with those of the authority, so no two
  /// projects have one of the same name.
  ///
  /// @param here whether this project has it
  Optional<Message> taken(String dataset, StreamId project, boolean here) {
    if (here) {
      return Optional.of(Message.of("intake.problem.taken-here", "dataset", dataset));
    }
    return desk.journal().streams(project.authority()).stream()
        .filter(stream -> !stream.equals(project))
        .map(desk::dossier)
        .filter(
            other ->
                other.project().datasets().stream().anyMatch(each -> each.id().equals(dataset)))
        .findFirst()
        .map(
            other ->
                Message.of(
                    "intake.problem.taken",
                    "dataset",
                    dataset,
                    "project",
                    other.stream().toString()));
  }

  private List<Message> recorded(Delivery delivery, Landing landing, Actor actor) {
    return switch (landing) {
      case Landing.NotLanded not ->
          List.of(
              Message.of(
                  "intake.problem.not-landed",
                  "problems",
                  String.join(
                      ", ",
                      not.problems().stream()
                          .map(problem -> problem.column() + " (" + problem.code() + ")")
                          .distinct()
                          .toList())));
      case Landing.Landed(var snapshot, var facts, var leftOut) ->
          isRecorded(delivery, snapshot)
              ? List.of()
              : does(
                  delivery,
                  new Command.LandSnapshot(
                      delivery.dataset(),
                      snapshot.id(),
                      snapshot.referenceDate(),
                      snapshot.synthetic(),
                      Warehouse.commitment(snapshot)),
                  actor);
    };
  }

  private boolean isRecorded(Delivery delivery, Snapshot snapshot) {
    return desk.dossier(delivery.project()).project().snapshots().stream()
        .anyMatch(known -> known.id().equals(snapshot.id()));
  }

  private List<Message> does(Delivery delivery, Command command, Actor actor) {
    return switch (desk.does(delivery.project(), command, actor)) {
      case Desk.Outcome.Done done -> List.of();
      case Desk.Outcome.Refused(var reasons) -> reasons;
    };
  }
}
