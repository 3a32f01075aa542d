package nl.onzedata.core.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
          "(%1$s)\\.(%2$s)\\s*=\\s*(%1$s)\\.(%2$s)"
              .formatted(MandateReading.DATASET.pattern(), MandateReading.COLUMN.pattern()));

  private JoinReading() {}

  static List<Join> joins(Part root, Map<String, Data> datasets) {
    var joins = new ArrayList<Join>();
    for (var part : root.items("joins")) {
      var text = part.text(JOIN, "leiden/huishouden.woning_id = leiden/woning.woning_id");
      var found = JOIN.matcher(text);
      if (found.matches()) {
        end(part, datasets, found.group(1), found.group(2));
        end(part, datasets, found.group(3), found.group(4));
        var join =
            new Join(joins.size(), found.group(1), found.group(2), found.group(3), found.group(4));
        if (joins.stream().anyMatch(other -> Canonical.join(other).equals(Canonical.join(join)))) {
          part.refuse("document.twice", "found", text);
        }
        joins.add(join);
      }
    }
    return joins;
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
