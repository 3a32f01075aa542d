package nl.onzedata.app.web.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.dataset.ContractReading;
import nl.onzedata.core.mandate.MandateDiff;
import nl.onzedata.core.mandate.MandateDiff.Effect;
import nl.onzedata.core.mandate.MandateWords;
import nl.onzedata.core.project.Project.Artefact;

/// Mandate versions in plain words, with columns as the contracts of the project describe them.
/// Used by one thread.
public final class PlainWords {
  private final Look look;
  private final List<Contract> contracts;

  PlainWords(Look look) {
    this.look = look;
    this.contracts =
        look.dossier().project().datasets().stream()
            .flatMap(
                dataset ->
                    ContractReading.read(dataset.contract())
                            instanceof ContractReading.Fine(var contract)
                        ? Optional.of(contract).stream()
                        : Optional.<Contract>empty().stream())
            .toList();
  }

  /// What a mandate allows and forbids.
  public record Card(List<Sentence> may, List<Sentence> mayNot) {
    public Card {
      may = List.copyOf(may);
      mayNot = List.copyOf(mayNot);
    }
  }

  /// A sentence and the ids of the clauses that say so.
  public record Sentence(String text, List<String> clauses) {
    public Sentence {
      clauses = List.copyOf(clauses);
    }
  }

  /// Changes of one kind, with what that kind is called.
  public record Changes(String kind, List<String> sentences) {
    public Changes {
      sentences = List.copyOf(sentences);
    }
  }

  /// The card of a version; nothing if it cannot be read as a mandate.
  public Optional<Card> card(Artefact version) {
    var words = new MandateWords(look.frame().language(), contracts);
    return MandateText.read(version.definition())
        .map(words::card)
        .map(
            card ->
                new Card(
                    card.may().stream().map(s -> new Sentence(words.say(s), s.clauses())).toList(),
                    card.mayNot().stream()
                        .map(s -> new Sentence(words.say(s), s.clauses()))
                        .toList()));
  }

  /// What changed from one version to the next: first what widens, then what narrows, then the
  /// rest. Nothing if one of them cannot be read as a mandate.
  public Optional<List<Changes>> changes(Artefact before, Artefact after) {
    var diff = new MandateDiff(look.frame().language(), contracts);
    return MandateText.read(before.definition())
        .flatMap(
            was ->
                MandateText.read(after.definition())
                    .map(is -> byKind(diff, diff.changes(was, is))));
  }

  private List<Changes> byKind(MandateDiff diff, List<MandateDiff.Change> changes) {
    var kinds = new ArrayList<Changes>();
    for (var effect : Effect.values()) {
      var sentences =
          changes.stream().filter(change -> change.effect() == effect).map(diff::say).toList();
      if (!sentences.isEmpty()) {
        kinds.add(new Changes(look.say("round.effect." + effect.name()), sentences));
      }
    }
    return kinds;
  }
}
