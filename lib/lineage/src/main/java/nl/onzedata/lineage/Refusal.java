package nl.onzedata.lineage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/// Carries what is wrong with a text out of a walk; never leaves this package.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final Comparator<Traced.Problem> BY_PLACE =
      Comparator.<Traced.Problem>comparingInt(problem -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());

  private final transient List<Traced.Problem> problems;

  Refusal(List<Traced.Problem> problems) {
    super(problems.toString(), null, false, false);
    this.problems = problems.stream().sorted(BY_PLACE).toList();
  }

  Refusal(Traced.Problem problem) {
    this(List.of(problem));
  }

  /// A piece of SQL that this package has no meaning for.
  static Refusal unsupported(String piece, Place place) {
    return new Refusal(unsupportedProblem(piece, place));
  }

  static Traced.Problem unsupportedProblem(String piece, Place place) {
    return new Traced.Problem("UNSUPPORTED", place, Map.of("found", piece));
  }

  List<Traced.Problem> problems() {
    return problems;
  }

  static Place place(SqlNode node) {
    return place(node.getParserPosition());
  }

  static Place place(SqlParserPos position) {
    return position.getLineNum() < 1
        ? Place.START
        : new Place(
            position.getLineNum(),
            position.getColumnNum(),
            position.getEndLineNum(),
            position.getEndColumnNum());
  }
}
