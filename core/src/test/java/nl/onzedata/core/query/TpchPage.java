package nl.onzedata.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onzedata.core.dataset.Contract;

/// The page `docs/tpch.md`: what is said of each query.
final class TpchPage {
  private TpchPage() {}

  private static final String HEAD =
      """
      # TPC-H

      The 22 queries of the benchmark TPC-H, in our own writing and with the parameters that the standard validates with
      (`core/src/test/resources/nl/onzedata/core/query/tpch`). A test writes this page (`TpchTest`); it fails when something else comes out.

      Three small things are written otherwise. `value` is a word of SQL, so Q11 calls it `value_`. Q15 has its view as a WITH. EXISTS has `SELECT 1` (Q4, Q21, Q22):
      a star names every column, and what is named must be agreed.

      ## As open data

      Every table is open. An agreement with exactly the uses and pairs on top of a query's file is enough; with one use, pair or dataset less it is refused, and
      what is missing is named. At scale factor 0.01 DuckDB answers what we write as it answers the text itself.

      | query | uses | pairs | verdict |
      |---|---|---|---|
      """;

  private static final String PEOPLE =
      """

      ## With customers as people

      Customers are the people that the agreement protects: `customer` has a row for each, `orders` many, `lineitem` many for each order. Regions, nations, suppliers
      and parts are open. The agreement grants every use of every column but to show one about people, and every pair; what is refused here is refused by the
      rules, not for want of a grant.

      | query | verdict | why |
      |---|---|---|
      """;

  static String write() {
    var page = new StringBuilder(HEAD);
    for (var query : Tpch.queries()) {
      var lab = new Lab(Tpch.open(), Tpch.mandate(query.uses(), query.joins()));
      page.append(
          "| %s | %d | %d | %s |%n"
              .formatted(
                  query,
                  query.uses().size(),
                  query.joins().size(),
                  lab.accepted(query.sql()).isPresent() ? "accepted" : "refused"));
    }
    page.append(PEOPLE);
    var agreed = everything();
    int refused = 0;
    for (var query : Tpch.queries()) {
      var reasons = OpenCorpusTest.refusals(agreed, query.sql());
      refused += reasons.isEmpty() ? 0 : 1;
      page.append("| %s | %s | %s |%n".formatted(query, verdict(reasons), why(reasons)));
    }
    page.append("\n%d of the 22 are refused.\n".formatted(refused));
    return page.toString();
  }

  private static String verdict(List<Refusal> reasons) {
    return reasons.isEmpty()
        ? "accepted"
        : reasons.stream()
            .map(reason -> "`" + reason.code() + "`")
            .distinct()
            .collect(Collectors.joining(" "));
  }

  /// The first reason of each code, in words.
  private static String why(List<Refusal> reasons) {
    var words = Checker.words("en");
    var first = new LinkedHashMap<String, Refusal>();
    reasons.forEach(reason -> first.putIfAbsent(reason.code(), reason));
    return first.values().stream()
        .map(reason -> words.say(reason.message()).replace("|", "\\|"))
        .collect(Collectors.joining(" "));
  }

  /// Every use of every column, but to show what is about people, and every pair of the 22.
  private static Lab everything() {
    var uses = new ArrayList<String>();
    var joins = new TreeSet<String>();
    for (var contract : Tpch.personal()) {
      boolean open = contract.classification() == Contract.Classification.OPEN;
      for (var column : contract.columns()) {
        for (var use : List.of("link", "filter", "group", "measure", "show")) {
          if (open || !use.equals("show")) {
            uses.add(contract.table() + "." + column.name() + " " + use);
          }
        }
      }
    }
    Tpch.queries().forEach(query -> joins.addAll(query.joins()));
    return new Lab(Tpch.personal(), Tpch.mandate(uses, joins));
  }
}
