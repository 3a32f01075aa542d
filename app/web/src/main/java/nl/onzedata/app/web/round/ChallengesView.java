package nl.onzedata.app.web.round;

import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dossier.Command;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.project.Project.Artefact;

/// All challenges of a project, and how one is filed. Used by one thread.
public final class ChallengesView {
  private final Look look;
  private final Optional<Artefact> chosen;

  /// @param chosen id of the artefact to challenge
  ChallengesView(Look look, Optional<String> chosen) {
    this.look = look;
    this.chosen = chosen.flatMap(id -> ChallengeView.latest(look, id));
  }

  public Look look() {
    return look;
  }

  /// The criteria of this authority.
  public Criteria criteria() {
    return Criteria.of(look.dossier().stream().authority());
  }

  /// The challenges, the newest first.
  public List<ChallengeView> all() {
    return look.dossier().challenges().all().reversed().stream()
        .map(challenge -> new ChallengeView(look, challenge, Optional.empty(), false))
        .toList();
  }

  /// What can be challenged: the last version of each indicator and dashboard.
  public List<Artefact> artefacts() {
    var project = look.dossier().project();
    return List.of(ArtefactKind.INDICATOR, ArtefactKind.DASHBOARD).stream()
        .flatMap(kind -> project.latest(kind).stream())
        .toList();
  }

  /// What the form is about.
  public Optional<Artefact> chosen() {
    return chosen;
  }

  /// Whether the alternative of the chosen artefact is a query.
  public boolean isQuery() {
    return chosen.filter(artefact -> artefact.kind() == ArtefactKind.INDICATOR).isPresent();
  }

  public boolean mayFile() {
    return look.visit().may(Command.FileChallenge.class);
  }
}
