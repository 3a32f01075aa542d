package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// An aggregate over rows about people, in its normal form: counts of subjects per group key and
/// condition (semantics §4). However a query is spelled, equal cores give equal figures.
///
/// @param population whose rows are counted
/// @param keys the group keys in the order of the aggregate
/// @param where which rows count at all
/// @param measures one per aggregate call
record Core(Population population, List<Dimension> keys, Condition where, List<Measure> measures) {
  Core {
    keys = List.copyOf(keys);
    measures = List.copyOf(measures);
  }

  /// The rows of a dataset about people, each with at most one row of others.
  ///
  /// @param dataset whose rows are counted, one per subject
  /// @param subject its key
  /// @param kind of subject, such as `huishouden`
  /// @param joins in the order in which they can be made
  /// @param many a subject can have many rows, and so be in many cells: they do not add up
  record Population(String dataset, String subject, String kind, List<Join> joins, boolean many) {
    Population {
      joins = List.copyOf(joins);
    }

    Population(String dataset, String subject, String kind, List<Join> joins) {
      this(dataset, subject, kind, joins, false);
    }

    /// The datasets that it reads.
    Set<String> datasets() {
      var all = new TreeSet<String>();
      all.add(dataset);
      joins.forEach(join -> all.add(join.toDataset()));
      return all;
    }

    /// The same subjects, however many facts are looked up beside them.
    Population alone() {
      return new Population(dataset, subject, kind, List.of(), many);
    }
  }

  /// A listed join: each row on the left has at most one partner.
  ///
  /// @param total whether each has one
  record Join(Role from, String column, Role to, String toColumn, boolean total) {
    String dataset() {
      return from.dataset();
    }

    String toDataset() {
      return to.dataset();
    }
  }

  /// A sum of counts, each times a whole number.
  record Measure(List<Term> terms) {
    Measure {
      terms = List.copyOf(terms);
    }
  }

  /// So many times the number of subjects for which the condition is true, beside `where`.
  record Term(long times, Condition condition) {}

  /// Every condition in it.
  List<Condition> conditions() {
    var all = new ArrayList<Condition>();
    all.add(where);
    measures.forEach(measure -> measure.terms().forEach(term -> all.add(term.condition())));
    return all;
  }

  /// The datasets that it reads, also those of which it only asks who is in them.
  Set<String> datasets() {
    var all = new TreeSet<>(population.datasets());
    dimensions().forEach(dimension -> all.add(dimension.role().read().dataset()));
    return all;
  }

  /// All columns that it looks at.
  Set<Dimension> dimensions() {
    var all = new TreeSet<>(keys);
    conditions().forEach(condition -> all.addAll(condition.dimensions()));
    return all;
  }
}
