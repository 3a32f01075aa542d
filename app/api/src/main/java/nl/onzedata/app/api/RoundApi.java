package nl.onzedata.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.TreeSet;
import nl.onzedata.core.dossier.Desk;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Commitment;
import nl.onzedata.core.journal.KeptText;
import nl.onzedata.core.round.ConsentRound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The consent rounds of a project.
@RestController
public final class RoundApi {
  private final Desk desk;
  private final Dossiers dossiers;

  public RoundApi(Desk desk) {
    this.desk = desk;
    this.dossiers = new Dossiers(desk);
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/rounds",
      produces = "application/json")
  Page<View.Round> rounds(
      @PathVariable String authority, @PathVariable String project, HttpServletRequest request) {
    var input = new Input(request);
    var asked = Page.Asked.of(input, request);
    input.check();
    var dossier = dossiers.project(authority, project);
    return Page.of(asked, dossier.rounds(), round -> shown(dossier, round));
  }

  @GetMapping(
      path = "/api/v1/authorities/{authority}/projects/{project}/rounds/{number}",
      produces = "application/json")
  View.Round round(
      @PathVariable String authority,
      @PathVariable String project,
      @PathVariable String number,
      HttpServletRequest request) {
    new Input(request).check();
    var dossier = dossiers.project(authority, project);
    return Optional.of(number)
        .filter(text -> text.matches("[1-9]\\d{0,5}"))
        .flatMap(text -> dossier.round(Integer.parseInt(text)))
        .map(round -> shown(dossier, round))
        .orElseThrow(() -> Problem.missing("no-round"));
  }

  private View.Round shown(Dossier dossier, ConsentRound round) {
    var citizens = dossier.citizenSeats();
    return new View.Round(
        round.number(),
        switch (round.state()) {
          case ConsentRound.State.Running(var phase) -> phase.name();
          case ConsentRound.State.Closed(var outcome, var _) -> outcome.name();
        },
        round.mandate(),
        round.artefacts(),
        round.deadline(),
        round.integrations(),
        new TreeSet<>(round.seats()).stream().map(seat -> answer(round, seat)).toList(),
        round.objectors().stream()
            .map(
                seat ->
                    new View.Objection(
                        seat,
                        round.isUpheld(seat, citizens),
                        round.untestedBy(seat).stream().toList()))
            .toList());
  }

  private View.SeatAnswer answer(ConsentRound round, String seat) {
    var given = Optional.ofNullable(round.answers().get(seat));
    return new View.SeatAnswer(
        seat,
        given.map(answer -> answer.answer().name()),
        given.flatMap(ConsentRound.Given::reason).flatMap(this::text),
        given.flatMap(ConsentRound.Given::harm).flatMap(this::text));
  }

  private Optional<String> text(Commitment commitment) {
    return desk.journal().text(commitment).map(KeptText::text);
  }
}
