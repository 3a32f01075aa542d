package nl.onzedata.app.web.lab;

import java.util.List;
import java.util.Map;
import nl.onzedata.app.web.Frame;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.query.Asked;
import nl.onzedata.core.query.Queries;
import nl.onzedata.core.query.QueryOutcome;
import nl.onzedata.core.query.Refusal;

/// Tries questions on synthetic twins. Safe for use by many threads.
final class Previewing {
  private final Queries queries;

  Previewing(Queries queries) {
    this.queries = queries;
  }

  /// What the question gives on the twins of its datasets.
  Preview preview(Draft draft, Against against, Frame frame) {
    var words = frame.words();
    if (draft.kind() != ArtefactKind.INDICATOR || against.basis().isEmpty()) {
      return new Preview.Not(List.of(frame.say("lab.against." + against.kind().name())));
    }
    var basis = against.basis().get();
    var asked = new Asked("preview", "sha256:" + Leaf.sha256(draft.text()), draft.text());
    var outcome =
        queries.run(List.of(asked), basis.mandate(), basis.checker(), against.question(), true);
    return switch (outcome) {
      case QueryOutcome.Released released ->
          released.release().tables().stream()
              .findFirst()
              .<Preview>map(
                  table ->
                      new Preview.Shown(
                          FigureTable.of(table, Map.of(), "", frame.words()),
                          table.rows().stream().mapToLong(row -> row.hidden().size()).sum()))
              .orElseGet(() -> new Preview.Not(List.of(frame.say("lab.preview.empty"))));
      case QueryOutcome.Refused refused ->
          new Preview.Not(
              refused.refusals().values().stream()
                  .flatMap(List::stream)
                  .map(Refusal::message)
                  .map(words::say)
                  .toList());
      case QueryOutcome.NoData no -> not(no, frame);
      case QueryOutcome.Damaged no -> not(no, frame);
      case QueryOutcome.Unprotectable no -> not(no, frame);
      case QueryOutcome.Busy no -> not(no, frame);
      case QueryOutcome.TimedOut no -> not(no, frame);
      case QueryOutcome.Failed no -> not(no, frame);
    };
  }

  private static Preview not(QueryOutcome outcome, Frame frame) {
    return new Preview.Not(outcome.why().map(frame.words()::say).stream().toList());
  }
}
