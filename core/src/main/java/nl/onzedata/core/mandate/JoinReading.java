package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.onzedata.core.document.Part;
import nl.onzedata.core.mandate.Mandate.Data;
import nl.onzedata.core.mandate.Mandate.Join;
import nl.onzedata.core.mandate.Mandate.Use;

/// Reads which datasets may meet.
final class JoinReading {
  private static final Pattern JOIN =
      Pattern.compile(
          "(%1$s|%2$s)\\.(%2$s)\\s*=\\s*(%1$s|%2$s)\\.(%2$s)"
              .formatted(MandateReading.DATASET.pattern(), MandateReading.COLUMN.pattern()));

  private JoinReading() {}

  /// One side of a pair.
  private record End(String dataset, String column, Optional<String> role) {}

  static List<Join> joins(Part root, Map<String, Data> datasets, Map<String, String> roles) {
    var joins = new ArrayList<Join>();
    var parts = root.items("joins");
    for (var part : parts) {
      var text = part.text(JOIN, "leiden/huishouden.woning_id = leiden/woning.woning_id");
      var found = JOIN.matcher(text);
      if (found.matches()) {
        var left = end(part, datasets, roles, found.group(1), found.group(2));
        var right = end(part, datasets, roles, found.group(3), found.group(4));
        var join =
            new Join(
                joins.size(),
                left.dataset(),
                left.column(),
                right.dataset(),
                right.column(),
                left.role(),
                right.role());
        if (joins.stream().anyMatch(other -> areTwo(other, join))) {
          part.refuse("document.twice", "found", text);
        }
        joins.add(join);
      }
    }
    for (int i = 0; i < joins.size(); i++) {
      var named = joins.get(i).leftRole();
      if (named.isPresent() && joins.stream().noneMatch(j -> j.rightRole().equals(named))) {
        parts
            .get(Math.min(i, parts.size() - 1))
            .refuse("mandate.role-not-given", "role", named.get());
      }
    }
    return joins;
  }

  /// Whether two pairs say the same, or give one lookup two names: then no one could tell which.
  private static boolean areTwo(Join one, Join other) {
    return Canonical.join(one).equals(Canonical.join(other))
        || givesAnother(one, other)
        || givesAnother(other, one);
  }

  private static boolean givesAnother(Join one, Join other) {
    var near = new End(one.leftDataset(), one.leftColumn(), one.leftRole());
    var left = new End(other.leftDataset(), other.leftColumn(), other.leftRole());
    var right = new End(other.rightDataset(), other.rightColumn(), other.rightRole());
    return one.rightRole().isPresent()
        && ((near.equals(left) && isFar(one, right)) || (near.equals(right) && isFar(one, left)));
  }

  private static boolean isFar(Join join, End end) {
    return join.rightDataset().equals(end.dataset()) && join.rightColumn().equals(end.column());
  }

  private static End end(
      Part part,
      Map<String, Data> datasets,
      Map<String, String> roles,
      String named,
      String column) {
    boolean isRole = !named.contains("/");
    var dataset = isRole ? roles.getOrDefault(named, "") : named;
    if (isRole && !roles.containsKey(named)) {
      part.refuse("mandate.role-unknown", "role", named);
    } else if (!dataset.isEmpty()) {
      end(part, datasets, dataset, column);
    }
    return new End(dataset, column, isRole ? Optional.of(named) : Optional.empty());
  }

  private static void end(Part part, Map<String, Data> datasets, String dataset, String column) {
    var clause = datasets.get(dataset);
    if (clause == null) {
      part.refuse("mandate.dataset-not-named", "dataset", dataset);
    } else if (!clause.grants(column, Use.LINK)) {
      part.refuse("mandate.join-without-link", "dataset", dataset, "column", column);
    }
  }

  static List<Set<String>> together(Part root, Set<String> datasets) {
    var together = new ArrayList<Set<String>>();
    for (var part : root.items("together")) {
      var set =
          Set.copyOf(part.texts(dataset -> dataset.text(MandateReading.DATASET, "leiden/woning")));
      if (part.isList() && set.size() < 2) {
        part.refuse("mandate.together-few");
      }
      set.stream()
          .filter(dataset -> !datasets.contains(dataset))
          .sorted()
          .forEach(dataset -> part.refuse("mandate.dataset-not-named", "dataset", dataset));
      together.add(set);
    }
    return together;
  }
}
