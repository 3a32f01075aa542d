package nl.onzedata.app.web.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.journal.RoundAct.Outcome;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.round.ConsentRound;

/// What the competent body can decide now. Used by one thread.
public final class BodyView {
  private final Look look;

  BodyView(Look look) {
    this.look = look;
  }

  /// An objection that a departure must answer; `ask` for the missing consent if there is none.
  ///
  /// @param field of the form, in the order of the reasons
  public record Reason(String field, String ask, String objection) {}

  private Optional<ConsentRound> last() {
    var rounds = look.dossier().rounds();
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
  }

  /// The round that was adopted and that the body has not bound itself to.
  public Optional<ConsentRound> waiting() {
    return last()
        .filter(round -> round.outcome().equals(Optional.of(Outcome.ADOPTED)))
        .filter(
            round ->
                look.dossier()
                    .standing()
                    .now(look.now())
                    .filter(ground -> ground.mandate().equals(round.mandate()))
                    .isEmpty());
  }

  /// Whether it can depart: not while the seats decide.
  public boolean mayDepart() {
    return look.dossier().running().isEmpty() && !mandates().isEmpty();
  }

  /// Whether something holds that it can end.
  public boolean mayEnd() {
    return look.dossier().standing().now(look.now()).isPresent();
  }

  /// All mandate versions, the newest first.
  public List<Artefact> mandates() {
    return look.dossier().project().artefacts().reversed().stream()
        .filter(artefact -> artefact.kind() == ArtefactKind.MANDATE)
        .toList();
  }

  /// Why a departure needs reasons: each objection of the last round that stands, or that there is
  /// no consent.
  public List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    last()
        .ifPresent(
            round ->
                new RoundView(look, round)
                    .objections().stream()
                        .filter(Objection::isUpheld)
                        .forEach(
                            objection ->
                                reasons.add(
                                    new Reason(
                                        "reason-" + (reasons.size() + 1),
                                        look.say("round.depart.reason", "seat", objection.name()),
                                        objection.reason()))));
    if (reasons.isEmpty()) {
      reasons.add(new Reason("reason-1", look.say("round.depart.no-consent"), ""));
    }
    return reasons;
  }

  /// Today, as a form writes it.
  public String today() {
    return LocalDate.ofInstant(look.now(), When.HERE).toString();
  }

  /// A day from now, as a form writes it.
  public String inDays(int days) {
    return LocalDate.ofInstant(look.now(), When.HERE).plusDays(days).toString();
  }
}
