package nl.onzedata.app.demo;

import static nl.onzedata.app.demo.DemoStep.Act;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import nl.onzedata.adapter.warehouse.Margins;
import nl.onzedata.adapter.warehouse.Warehouse;
import nl.onzedata.core.dataset.Snapshot;
import nl.onzedata.core.deliberation.Conversation.Fate;
import nl.onzedata.core.deliberation.Images;
import nl.onzedata.core.deliberation.Votes;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.PartyAct.Helix;
import nl.onzedata.core.journal.PartyAct.Representation;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.ProjectAct.Form;
import nl.onzedata.core.journal.ProjectAct.Stage;
import nl.onzedata.core.journal.Role;
import nl.onzedata.core.journal.RoundAct.Answer;
import nl.onzedata.core.journal.RoundAct.Phase;
import nl.onzedata.core.journal.StreamId;
import nl.onzedata.core.round.ConsentRound;

/// Turns a project's content into the steps of its journey, in the order in which its people
/// would take them: on twins alone until the body put the agreement in force, and on records
/// after that.
final class DemoScript {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final Pattern HASH = Pattern.compile("\\$\\{hash:([a-z0-9-]+)\\}");
  private static final String LEAD = "projectleider";
  private static final String CLERK = "griffier";
  private static final String GUIDE = "gespreksleider";

  private final Yaml content;
  private final String folder;
  private final StreamId project;
  private final DemoPeople people;
  private final Votes votes;
  private final Images images;
  private final DemoData data;
  private final InstantSource clock;
  private final List<DemoStep> steps = new ArrayList<>();

  DemoScript(
      String folder,
      StreamId project,
      DemoPeople people,
      Votes votes,
      Images images,
      DemoData data,
      InstantSource clock) {
    this.folder = folder;
    this.content = Yaml.resource(folder + "/project.yaml");
    this.project = project;
    this.people = people;
    this.votes = votes;
    this.images = images;
    this.data = data;
    this.clock = clock;
  }

  List<DemoStep> steps() {
    charter();
    parties();
    content.find("conversation").ifPresent(this::conversation);
    design();
    round();
    decision();
    records();
    steps.add(new DemoStep.Publish("figures"));
    return List.copyOf(steps);
  }

  private void charter() {
    act(
        "charter",
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OpenProject(
            content.phrase("title"), content.phrase("summary"), content.choice("form", Form.class)),
        Dossier::exists);
    content
        .at("people")
        .entries()
        .forEach(
            (person, role) -> {
              if (!person.equals(LEAD)) {
                role("charter", person, Role.valueOf(role.text()));
              }
            });
    act(
        "charter",
        LEAD,
        Role.PROJECT_LEAD,
        new Command.PublishCharter(DemoCharter.of(content.at("charter"))),
        dossier -> dossier.project().charter().isPresent());
    for (var group : content.each("groups")) {
      act(
          "charter",
          LEAD,
          Role.PROJECT_LEAD,
          new Command.NameGroup(
              group.say("id"),
              group.phrase("name"),
              group.phrase("why"),
              Boolean.parseBoolean(group.say("in-data"))),
          dossier -> dossier.project().group(group.say("id")).isPresent());
    }
  }

  private void parties() {
    for (var party : content.each("parties")) {
      act(
          "parties",
          LEAD,
          Role.PROJECT_LEAD,
          new Command.JoinParty(
              party.say("id"),
              party.choice("helix", Helix.class),
              party.phrase("name"),
              party.phrase("interest")),
          dossier -> dossier.parties().party(party.say("id")).isPresent());
      party.each("seats").forEach(seat -> seat(party.say("id"), seat));
    }
    for (var none : content.each("none")) {
      var helix = none.choice("helix", Helix.class);
      act(
          "parties",
          LEAD,
          Role.PROJECT_LEAD,
          new Command.SayNoParty(helix, none.phrase("reason")),
          dossier -> dossier.parties().none().containsKey(helix));
    }
  }

  private void seat(String party, Yaml seat) {
    var id = seat.say("id");
    act(
        "parties",
        LEAD,
        Role.PROJECT_LEAD,
        new Command.OfferSeat(
            id, party, seat.find("group").map(Yaml::text), seat.choice("as", Representation.class)),
        dossier -> dossier.parties().seat(id).isPresent());
    var holder = people.of(project, id);
    act(
        "parties",
        CLERK,
        Role.CLERK,
        new Command.InviteToSeat(id, holder),
        dossier ->
            dossier.parties().invitedTo(id).contains(holder)
                || dossier.parties().seat(id).flatMap(s -> s.holder()).isPresent());
    act(
        "parties",
        id,
        Role.SEAT_HOLDER,
        new Command.TakeSeat(id),
        dossier -> dossier.parties().seat(id).flatMap(s -> s.holder()).isPresent());
  }

  private void role(String stage, String person, Role role) {
    var who = people.of(project, person);
    act(
        stage,
        CLERK,
        Role.CLERK,
        new Command.GiveRole(who, role),
        dossier -> dossier.project().rolesOf(who).contains(role));
  }

  private void conversation(Yaml conversation) {
    act(
        "conversation",
        GUIDE,
        Role.FACILITATOR,
        new Command.OpenConversation(conversation.phrase("about")),
        dossier -> dossier.conversation().isOpen());
    int number = 0;
    for (var statement : conversation.each("statements")) {
      propose(statement, ++number, id -> new Command.AdmitStatement(id));
    }
    for (var statement : conversation.each("declined")) {
      propose(
          statement, ++number, id -> new Command.DeclineStatement(id, statement.phrase("reason")));
    }
    var made = new DemoConversation(conversation, project);
    steps.add(
        new DemoStep.Voices(
            "votes", () -> made.give(votes, images, clock), () -> made.isDone(images)));
    seal("votes", from -> votes.digest(project, from), d -> d.conversation().sealedVotes());
    seal("images", from -> images.digest(project, from), d -> d.conversation().sealedImages());
  }

  /// Seals the first batch into the log.
  private void seal(
      String what, LongFunction<Optional<Votes.Sealed>> digest, ToLongFunction<Dossier> sealed) {
    step(
        "votes",
        "beheerder",
        Role.OPERATOR,
        dossier -> {
          var batch = digest.apply(sealed.applyAsLong(dossier) + 1).orElseThrow();
          return new Command.SealBatch(what, batch.from(), batch.until(), batch.digest());
        },
        dossier -> sealed.applyAsLong(dossier) > 0);
  }

  private void propose(Yaml statement, int number, Function<String, Command> moderate) {
    var id = "s" + number;
    act(
        "conversation",
        statement.say("by"),
        Role.SEAT_HOLDER,
        new Command.ProposeStatement(statement.say("text")),
        dossier -> dossier.conversation().statements().size() >= number);
    act(
        "conversation",
        "moderator",
        Role.MODERATOR,
        moderate.apply(id),
        dossier ->
            dossier
                .conversation()
                .statement(id)
                .filter(known -> !(known.fate() instanceof Fate.Waiting))
                .isPresent());
  }

  private void design() {
    stage("design", Stage.DESIGN);
    for (var dataset : content.each("datasets")) {
      var id = dataset.say("id");
      act(
          "design",
          LEAD,
          Role.PROJECT_LEAD,
          new Command.AddDataset(id, contract(dataset)),
          dossier -> dossier.project().datasets().stream().anyMatch(d -> d.id().equals(id)));
      landing(
          "twins", id, true, () -> data.twin(contract(dataset), margins(dataset), referenceDate()));
    }
    for (var artefact : content.each("artefacts")) {
      var kind = artefact.choice("kind", ArtefactKind.class);
      var id = artefact.say("id");
      step(
          "design",
          kind == ArtefactKind.MANDATE ? LEAD : "analist",
          kind == ArtefactKind.MANDATE ? Role.PROJECT_LEAD : Role.ANALYST,
          dossier ->
              new Command.ProposeArtefact(
                  kind, id, 0, artefact.phrase("title"), definition(artefact.say("file"))),
          dossier -> dossier.project().latest(kind, id).isPresent());
    }
  }

  private String definition(String file) {
    return definition(folder, file, LocalDate.ofInstant(clock.instant(), HERE));
  }

  /// A definition with a period of a year from a day on, and the hashes of the definitions that it
  /// names.
  static String definition(String folder, String file, LocalDate from) {
    var text =
        Yaml.text(folder + "/" + file)
            .replace("${from}", from.toString())
            .replace("${until}", from.plusYears(1).minusDays(1).toString());
    return HASH.matcher(text)
        .replaceAll(
            found -> "sha256:" + Leaf.sha256(Yaml.text(folder + "/" + found.group(1) + ".sql")));
  }

  private String contract(Yaml dataset) {
    return Yaml.text("leiden/contracts/" + dataset.say("contract"));
  }

  private static Margins margins(Yaml dataset) {
    var weights = new TreeMap<String, Map<String, Long>>();
    dataset
        .find("margins")
        .ifPresent(
            margins ->
                margins
                    .entries()
                    .forEach(
                        (column, codes) -> {
                          var of = new TreeMap<String, Long>();
                          codes.entries().forEach((code, weight) -> of.put(code, weight.whole()));
                          weights.put(column, of);
                        }));
    return new Margins(dataset.number("twin"), weights);
  }

  private LocalDate referenceDate() {
    return LocalDate.parse(content.say("reference-date"));
  }

  private void landing(
      String stage, String dataset, boolean twin, java.util.function.Supplier<Snapshot> land) {
    step(
        stage,
        LEAD,
        Role.PROJECT_LEAD,
        dossier -> {
          var snapshot = land.get();
          return new Command.LandSnapshot(
              dataset,
              snapshot.id(),
              snapshot.referenceDate(),
              twin,
              Warehouse.commitment(snapshot));
        },
        dossier ->
            dossier.project().snapshots().stream()
                .anyMatch(s -> s.dataset().equals(dataset) && s.twin() == twin));
  }

  private void round() {
    var round = content.at("round");
    step(
        "round",
        GUIDE,
        Role.FACILITATOR,
        dossier -> {
          var artefacts = new ArrayList<String>();
          dossier.project().latest(ArtefactKind.INDICATOR).forEach(a -> artefacts.add(a.hash()));
          dossier.project().latest(ArtefactKind.DASHBOARD).forEach(a -> artefacts.add(a.hash()));
          return new Command.OpenRound(
              dossier
                  .project()
                  .latest(ArtefactKind.MANDATE, round.say("mandate"))
                  .orElseThrow()
                  .hash(),
              artefacts,
              clock.instant().plus(Duration.ofDays(round.number("days"))),
              Optional.empty());
        },
        dossier -> !dossier.rounds().isEmpty());
    int number = 0;
    for (var question : round.each("questions")) {
      int n = ++number;
      seatSays(
          question,
          new Command.AskQuestion(question.say("seat"), question.say("text")),
          first -> first.questions().size() >= n);
      act(
          "round",
          LEAD,
          Role.PROJECT_LEAD,
          new Command.AnswerQuestion("q" + n, question.say("answer")),
          inRound(
              first ->
                  first.questions().size() >= n
                      && first.questions().get(n - 1).answer().isPresent()));
    }
    next(Phase.REACTING);
    number = 0;
    for (var reaction : round.each("reactions")) {
      int n = ++number;
      seatSays(
          reaction,
          new Command.React(reaction.say("seat"), reaction.say("text")),
          first -> first.reactions().size() >= n);
    }
    next(Phase.DECIDING);
    for (var answer : round.each("answers")) {
      var seat = answer.say("seat");
      seatSays(
          answer,
          new Command.GiveAnswer(
              seat,
              answer.choice("answer", Answer.class),
              answer.find("reason").map(Yaml::text).orElse(""),
              ""),
          first -> first.answers().containsKey(seat));
    }
    act(
        "round",
        GUIDE,
        Role.FACILITATOR,
        new Command.CloseRound(),
        inRound(first -> first.outcome().isPresent()));
  }

  private void seatSays(Yaml said, Command command, Predicate<ConsentRound> done) {
    act("round", said.say("seat"), Role.SEAT_HOLDER, command, inRound(done));
  }

  private void next(Phase phase) {
    act(
        "round",
        GUIDE,
        Role.FACILITATOR,
        new Command.NextPhase(),
        inRound(
            first ->
                !(first.state() instanceof ConsentRound.State.Running(var now))
                    || now.compareTo(phase) >= 0));
  }

  private static Predicate<Dossier> inRound(Predicate<ConsentRound> done) {
    return dossier -> dossier.round(1).filter(done).isPresent();
  }

  private void decision() {
    var decision = content.at("decision");
    step(
        "decision",
        "college",
        Role.COMPETENT_BODY,
        dossier ->
            new Command.PutInForce(
                decision.phrase("body"),
                decision.say("number"),
                LocalDate.ofInstant(clock.instant(), HERE),
                decision.phrase("advice")),
        dossier -> !dossier.standing().grounds().isEmpty());
    stage("decision", Stage.EXPERIMENT);
  }

  private void records() {
    for (var dataset : content.each("datasets")) {
      landing(
          "records",
          dataset.say("id"),
          false,
          () -> data.land(contract(dataset), dataset.say("source"), referenceDate()));
    }
  }

  private void stage(String part, Stage stage) {
    act(
        part,
        LEAD,
        Role.PROJECT_LEAD,
        new Command.ReachStage(stage),
        dossier -> dossier.project().stage().compareTo(stage) >= 0);
  }

  private void act(String stage, String who, Role as, Command command, Predicate<Dossier> done) {
    step(stage, who, as, dossier -> command, done);
  }

  private void step(
      String stage,
      String who,
      Role as,
      Function<Dossier, Command> command,
      Predicate<Dossier> done) {
    steps.add(new Act(stage, who, as, command, done));
  }
}
