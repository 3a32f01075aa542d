package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onzedata.core.mandate.Mandate;
import nl.onzedata.core.query.Cells.Field;
import nl.onzedata.lineage.Plan;
import nl.onzedata.lineage.TracedPlan.Clause;

/// Cells beside cells, or beside open data: each row finds at most one partner, by equality on keys
/// (semantics §4). Used by one thread.
final class Joining {
  private final Scope scope;
  private final Findings findings;

  Joining(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /// Cells beside cells; nothing if it was refused.
  Optional<Cells> cells(Plan.Join join, Meeting meeting, Cells left, Cells right) {
    if (!isPlain(join, meeting)) {
      return Optional.empty();
    }
    for (var pair : meeting.pairs()) {
      sameList(left.fields().get(pair.left()), right.fields().get(pair.right()));
    }
    boolean rightIsOne =
        right.areApart(meeting.pairs().stream().map(p -> right.fields().get(p.right())).toList());
    boolean leftIsOne =
        join.kind() == Plan.JoinKind.INNER
            && left.areApart(
                meeting.pairs().stream().map(p -> left.fields().get(p.left())).toList());
    if (!rightIsOne && !leftIsOne) {
      findings.refuse("APART", "joins", "");
      return Optional.empty();
    }
    if (join.kind() == Plan.JoinKind.LEFT) {
      return Optional.of(left(left, right));
    }
    var numbers = new HashMap<Integer, Integer>();
    for (var pair : meeting.pairs()) {
      int one = number(left.fields().get(pair.left()));
      int other = number(right.fields().get(pair.right()));
      numbers.put(rightIsOne ? other : one, rightIsOne ? one : other);
    }
    var many = rightIsOne ? left : right;
    var fields = new ArrayList<>(rightIsOne ? left.fields() : renamed(left.fields(), numbers));
    fields.addAll(rightIsOne ? renamed(right.fields(), numbers) : right.fields());
    return Optional.of(
        new Cells(fields, many.apart(), Optional.empty(), left.mayDrop() || right.mayDrop()));
  }

  /// Where there may be no partner, what it would be called says nothing.
  private Cells left(Cells left, Cells right) {
    if (right.mayDrop()) {
      unsupported("LEFT JOIN (… HAVING …)");
    }
    var fields = new ArrayList<>(left.fields());
    right.fields().forEach(_ -> fields.add(new Field.Other()));
    return left.with(fields);
  }

  private static int number(Field field) {
    return field instanceof Field.Key key ? key.number() : -1;
  }

  private static List<Field> renamed(List<Field> fields, Map<Integer, Integer> numbers) {
    var renamed = new ArrayList<Field>();
    for (var field : fields) {
      renamed.add(
          field instanceof Field.Key(var number, var dimension, var isTotal)
              ? new Field.Key(numbers.getOrDefault(number, number), dimension, isTotal)
              : field);
    }
    return renamed;
  }

  /// Cells beside open data.
  Optional<Cells> open(Plan.Join join, Meeting meeting, Cells left, OpenBeside.Rows right) {
    if (!isPlain(join, meeting)) {
      return Optional.empty();
    }
    for (var pair : meeting.pairs()) {
      listed(left.fields().get(pair.left()), right.fields().get(pair.right()));
    }
    one(right, meeting.pairs().stream().map(Meeting.Pair::right).collect(Collectors.toSet()));
    var fields = new ArrayList<>(left.fields());
    fields.addAll(right.fields());
    if (join.kind() == Plan.JoinKind.LEFT) {
      return Optional.of(left.with(fields));
    }
    for (var pair : meeting.pairs()) {
      fields.set(left.fields().size() + pair.right(), left.fields().get(pair.left()));
    }
    return Optional.of(left.with(fields).some(false));
  }

  /// Open data beside cells: the rows are those of the cells.
  Optional<Cells> openFirst(Plan.Join join, Meeting meeting, OpenBeside.Rows left, Cells right) {
    if (!isPlain(join, meeting)) {
      return Optional.empty();
    }
    if (join.kind() == Plan.JoinKind.LEFT) {
      unsupported("LEFT JOIN");
      return Optional.empty();
    }
    for (var pair : meeting.pairs()) {
      listed(right.fields().get(pair.right()), left.fields().get(pair.left()));
    }
    one(left, meeting.pairs().stream().map(Meeting.Pair::left).collect(Collectors.toSet()));
    var fields = new ArrayList<>(left.fields());
    fields.addAll(right.fields());
    for (var pair : meeting.pairs()) {
      fields.set(pair.left(), right.fields().get(pair.right()));
    }
    return Optional.of(right.with(fields).some(false));
  }

  private boolean isPlain(Plan.Join join, Meeting meeting) {
    if (join.kind() == Plan.JoinKind.RIGHT || join.kind() == Plan.JoinKind.FULL) {
      unsupported(join.kind() + " JOIN");
      return false;
    }
    if (!meeting.rest().isEmpty()) {
      unsupported("JOIN … ON");
      return false;
    }
    return true;
  }

  private void unsupported(String piece) {
    findings.refuse("UNSUPPORTED", "joins", "", "piece", piece);
  }

  private void one(OpenBeside.Rows rows, Set<Integer> pairs) {
    if (!rows.areApart(pairs)) {
      findings.refuse("APART", "joins", "");
    }
  }

  /// Keys meet on one list of codes.
  private void sameList(Field one, Field other) {
    if (!(one instanceof Field.Key(var _, var left, var _))
        || !(other instanceof Field.Key(var _, var right, var _))
        || !left.map(Dimension::codes).equals(right.map(Dimension::codes))) {
      findings.refuse("JOIN-LIST", "joins", name(one), "to", name(other));
    }
  }

  private static String name(Field field) {
    return switch (field) {
      case Field.Key(var _, var dimension, var _) -> dimension.map(Dimension::name).orElse("");
      case Field.Open(var dataset, var column) -> Findings.name(dataset, column);
      case Field.Count _, Field.Constant _, Field.Other _ -> "";
    };
  }

  /// A key meets an open column on a pair that was agreed.
  private void listed(Field key, Field column) {
    if (!(key instanceof Field.Key(var _, var dimension, var _))
        || dimension.isEmpty()
        || !(column instanceof Field.Open(var dataset, var name))
        || !isListed(dimension.get(), dataset, name)) {
      findings.refuse("JOIN-LIST", "joins", name(key), "to", name(column));
      return;
    }
    var of = dimension.get();
    findings.use(of.dataset(), of.column(), Mandate.Use.LINK, Clause.JOIN);
    findings.use(dataset, name, Mandate.Use.LINK, Clause.JOIN);
  }

  private boolean isListed(Dimension key, String dataset, String column) {
    var one = new Sym.Column(key.role(), key.column());
    var other = new Sym.Column(dataset, column);
    return key.isColumn()
        && scope.mandate().joins().stream()
            .anyMatch(
                join -> Set.of(Links.left(join), Links.right(join)).equals(Set.of(one, other)));
  }
}
