package nl.onzedata.lineage.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onzedata.lineage.Expr;

/// The value of an expression for one row, in the three-valued logic of SQL: null is unknown.
///
/// @param outer rows further out, by the name that they are seen under
/// @param all the rows that windows look over, of which this is the one `at`
record Evaluation(
    ReferenceEngine engine,
    List<Object> row,
    Map<String, List<Object>> outer,
    List<List<Object>> all,
    int at) {
  Evaluation(ReferenceEngine engine, List<Object> row, Map<String, List<Object>> outer) {
    this(engine, row, outer, List.of(), -1);
  }

  Object of(Expr expression) {
    return switch (expression) {
      case Expr.Input input -> row.get(input.index());
      case Expr.Outer(var variable, var index, var _) -> outer.get(variable).get(index);
      case Expr.Literal literal ->
          literal.type().kind() == nl.onzedata.lineage.Type.Kind.DOUBLE
              ? Scalars.typed(literal.value(), literal.type())
              : literal.value();
      case Expr.Call call -> call(call);
      case Expr.SubQuery query -> subQuery(query);
      case Expr.Over over -> new Window(this, over).value();
    };
  }

  /// The same expression for another of the rows.
  Object of(Expr expression, int other) {
    return new Evaluation(engine, all.get(other), outer, all, other).of(expression);
  }

  private Object call(Expr.Call call) {
    return switch (call.operator()) {
      case "AND" -> and(call.arguments());
      case "OR" -> not(and(call.arguments().stream().<Expr>map(Evaluation::negated).toList()));
      case "NOT" -> not(of(call.arguments().getFirst()));
      case "CASE" -> choice(call);
      default -> {
        var arguments = new ArrayList<Object>();
        call.arguments().forEach(argument -> arguments.add(of(argument)));
        yield Functions.value(call, arguments);
      }
    };
  }

  private static Expr negated(Expr part) {
    return new Expr.Call("NOT", List.of(part), nl.onzedata.lineage.Type.BOOLEAN);
  }

  static Object not(Object truth) {
    return truth == null ? null : !(Boolean) truth;
  }

  private Object and(List<Expr> parts) {
    boolean unknown = false;
    for (var part : parts) {
      var truth = of(part);
      if (Boolean.FALSE.equals(truth)) {
        return false;
      }
      unknown |= truth == null;
    }
    return unknown ? null : true;
  }

  private Object choice(Expr.Call call) {
    var parts = call.arguments();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      if (Boolean.TRUE.equals(of(parts.get(i)))) {
        return Scalars.typed(of(parts.get(i + 1)), call.type());
      }
    }
    return Scalars.typed(of(parts.getLast()), call.type());
  }

  private Object subQuery(Expr.SubQuery query) {
    var rows = engine.rows(query.plan(), outer);
    return switch (query.kind()) {
      case SCALAR -> {
        if (rows.size() > 1) {
          throw new IllegalStateException("a scalar sub-query with " + rows.size() + " rows");
        }
        yield rows.isEmpty() ? null : rows.getFirst().getFirst();
      }
      case EXISTS -> !rows.isEmpty();
      case IN -> some("=", query.operands(), rows);
      case SOME -> some(query.operator(), query.operands(), rows);
    };
  }

  /// True if it holds for some row; else unknown if that is so for some row; else false.
  private Object some(String operator, List<Expr> operands, List<List<Object>> rows) {
    boolean unknown = false;
    for (var other : rows) {
      Object whole = true;
      for (int i = 0; i < operands.size(); i++) {
        var truth = Functions.compared(operator, of(operands.get(i)), other.get(i));
        if (Boolean.FALSE.equals(truth)) {
          whole = false;
        } else if (truth == null && Boolean.TRUE.equals(whole)) {
          whole = null;
        }
      }
      if (Boolean.TRUE.equals(whole)) {
        return true;
      }
      unknown |= whole == null;
    }
    return unknown ? null : false;
  }
}
