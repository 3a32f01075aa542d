package nl.onzedata.app.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.onzedata.core.dashboard.DashboardReading;
import nl.onzedata.core.document.Problem;
import nl.onzedata.core.dossier.Basis;
import nl.onzedata.core.dossier.Dossier;
import nl.onzedata.core.journal.Leaf;
import nl.onzedata.core.journal.ProjectAct.ArtefactKind;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.mandate.MandateReading;
import nl.onzedata.core.project.Project.Artefact;
import nl.onzedata.core.query.CheckedQuery;
import nl.onzedata.core.query.Refusal;
import nl.onzedata.core.query.Verdict;
import nl.onzedata.core.words.Words;

/// What the machine says of a text that is being designed: whether it fits, or every point where it
/// does not, each beside its line. It never looks at data. Immutable.
///
/// @param against what it was held against
/// @param remarks in the order of the text
/// @param query if it is one, and fits
public record Review(
    ArtefactKind kind,
    Against against,
    State state,
    List<Remark> remarks,
    Optional<CheckedQuery> query) {
  public Review {
    remarks = List.copyOf(remarks);
  }

  /// How a text stands to the mandate.
  public enum State {
    /// It fits, and the mandate names this version.
    AGREED,
    /// It fits, but the mandate does not name this version.
    FITS,
    /// It goes further.
    FURTHER,
    /// A mandate or dashboard without anything wrong.
    READABLE,
    /// The mandate that is in force.
    IN_FORCE,
    /// A mandate or dashboard with something wrong.
    UNREADABLE,
    /// There is no mandate that can be read.
    NO_MANDATE
  }

  /// One point.
  ///
  /// @param line counted from 1; 0 for the whole text
  /// @param column counted from 1; 0 if unknown
  /// @param clause that it goes beyond; empty if there is none
  public record Remark(int line, int column, String says, Optional<String> fix, String clause) {}

  /// A line of the text with the points about it.
  public record Line(int number, String text, List<Remark> remarks) {
    public Line {
      remarks = List.copyOf(remarks);
    }
  }

  /// How many points there are.
  public int count() {
    return remarks.size();
  }

  /// The points about no line in particular.
  public List<Remark> whole() {
    return remarks.stream().filter(remark -> remark.line() == 0).toList();
  }

  /// The text line by line; points about a line beyond its end stand at the last line.
  public static List<Line> lines(String text, List<Remark> remarks) {
    var texts = text.isEmpty() ? List.of("") : text.lines().toList();
    var lines = new ArrayList<Line>();
    for (int i = 1; i <= texts.size(); i++) {
      int number = i;
      boolean last = i == texts.size();
      lines.add(
          new Line(
              number,
              texts.get(i - 1),
              remarks.stream()
                  .filter(r -> r.line() == number || (last && r.line() > number))
                  .toList()));
    }
    return lines;
  }

  /// Holds a text against what was agreed, or else proposed, in a project.
  static Review of(ArtefactKind kind, String text, Dossier dossier, Against against, Words words) {
    return switch (kind) {
      case INDICATOR -> indicator(text, against, words);
      case MANDATE -> mandate(text, dossier, against, words);
      case DASHBOARD -> dashboard(text, dossier, against, words);
    };
  }

  private static Review indicator(String text, Against against, Words words) {
    if (against.basis().isEmpty()) {
      return new Review(
          ArtefactKind.INDICATOR, against, State.NO_MANDATE, List.of(), Optional.empty());
    }
    var basis = against.basis().get();
    return switch (basis.checker().check(text, basis.mandate(), against.question())) {
      case Verdict.Refused(var refusals) ->
          new Review(
              ArtefactKind.INDICATOR,
              against,
              State.FURTHER,
              refusals.stream().map(refusal -> remark(refusal, words)).toList(),
              Optional.empty());
      case Verdict.Accepted(var query) ->
          new Review(
              ArtefactKind.INDICATOR,
              against,
              isNamed(basis.mandate(), text) ? State.AGREED : State.FITS,
              List.of(),
              Optional.of(query));
    };
  }

  private static boolean isNamed(Mandate mandate, String text) {
    var hash = "sha256:" + Leaf.sha256(text);
    return mandate.artefacts().stream().anyMatch(named -> named.hash().equals(hash));
  }

  private static Remark remark(Refusal refusal, Words words) {
    return new Remark(
        refusal.place().line(),
        refusal.place().column(),
        words.say(refusal.message()),
        refusal.fix().map(words::say),
        refusal.clause());
  }

  private static Review mandate(String text, Dossier dossier, Against against, Words words) {
    return switch (MandateReading.read(text, Basis.contracts(dossier))) {
      case MandateReading.Unusable(var problems) ->
          document(ArtefactKind.MANDATE, against, problems, words);
      case MandateReading.Fine(var read) ->
          new Review(
              ArtefactKind.MANDATE,
              against,
              against.isInForce(read.hash()) ? State.IN_FORCE : State.READABLE,
              List.of(),
              Optional.empty());
    };
  }

  private static Review dashboard(String text, Dossier dossier, Against against, Words words) {
    return switch (DashboardReading.read(text, columns(dossier, against))) {
      case DashboardReading.Unusable(var problems) ->
          document(ArtefactKind.DASHBOARD, against, problems, words);
      case DashboardReading.Fine fine ->
          new Review(ArtefactKind.DASHBOARD, against, State.READABLE, List.of(), Optional.empty());
    };
  }

  private static Review document(
      ArtefactKind kind, Against against, List<Problem> problems, Words words) {
    return new Review(
        kind,
        against,
        State.UNREADABLE,
        problems.stream()
            .map(p -> new Remark(p.line(), 0, words.say(p.message()), Optional.empty(), p.path()))
            .toList(),
        Optional.empty());
  }

  /// The columns of each indicator; those that go too far have none that can be shown.
  private static Map<String, Set<String>> columns(Dossier dossier, Against against) {
    var columns = new TreeMap<String, Set<String>>();
    for (Artefact artefact : dossier.project().latest(ArtefactKind.INDICATOR)) {
      var names = new TreeSet<String>();
      against
          .basis()
          .map(
              basis ->
                  basis.checker().check(artefact.definition(), basis.mandate(), against.question()))
          .ifPresent(
              verdict -> {
                if (verdict instanceof Verdict.Accepted(var query)) {
                  query.traced().plan().fields().forEach(field -> names.add(field.name()));
                }
              });
      columns.put(artefact.id(), names);
    }
    return columns;
  }
}
