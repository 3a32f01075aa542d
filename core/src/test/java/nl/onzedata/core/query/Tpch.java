package nl.onzedata.core.query;

import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.onzedata.core.dataset.Contract;
import nl.onzedata.core.mandate.Mandate;

/// The tables, queries and rows of TPC-H. The queries are our own writing of those of the standard,
/// with the parameters it validates with; each says on top what it uses and which pairs it joins.
final class Tpch {
  private static final List<Contract> OPEN =
      List.of(
          open("region", "r_regionkey", "r_regionkey integer", "r_name text", "r_comment text"),
          open(
              "nation",
              "n_nationkey",
              "n_nationkey integer",
              "n_name text",
              "n_regionkey integer",
              "n_comment text"),
          open(
              "supplier",
              "s_suppkey",
              "s_suppkey integer",
              "s_name text",
              "s_address text",
              "s_nationkey integer",
              "s_phone text",
              "s_acctbal decimal",
              "s_comment text"),
          open(
              "part",
              "p_partkey",
              "p_partkey integer",
              "p_name text",
              "p_mfgr text",
              "p_brand text",
              "p_type text",
              "p_size integer",
              "p_container text",
              "p_retailprice decimal",
              "p_comment text"),
          open(
              "partsupp",
              "ps_partkey ps_suppkey",
              "ps_partkey integer",
              "ps_suppkey integer",
              "ps_availqty integer",
              "ps_supplycost decimal",
              "ps_comment text"),
          open(
              "customer",
              "c_custkey",
              "c_custkey integer",
              "c_name text",
              "c_address text",
              "c_nationkey integer",
              "c_phone text",
              "c_acctbal decimal",
              "c_mktsegment text",
              "c_comment text"),
          open(
              "orders",
              "o_orderkey",
              "o_orderkey integer",
              "o_custkey integer",
              "o_orderstatus text",
              "o_totalprice decimal",
              "o_orderdate date",
              "o_orderpriority text",
              "o_clerk text",
              "o_shippriority integer",
              "o_comment text"),
          open(
              "lineitem",
              "l_orderkey l_linenumber",
              "l_orderkey integer",
              "l_partkey integer",
              "l_suppkey integer",
              "l_linenumber integer",
              "l_quantity decimal",
              "l_extendedprice decimal",
              "l_discount decimal",
              "l_tax decimal",
              "l_returnflag text",
              "l_linestatus text",
              "l_shipdate date",
              "l_commitdate date",
              "l_receiptdate date",
              "l_shipinstruct text",
              "l_shipmode text",
              "l_comment text"));

  private Tpch() {}

  /// One of the 22.
  ///
  /// @param uses such as `tpch.part.p_size filter`
  /// @param joins such as `tpch/part.p_partkey = tpch/lineitem.l_partkey`
  record Query(int number, String sql, List<String> uses, List<String> joins) {
    @Override
    public String toString() {
      return "Q" + number;
    }
  }

  static List<Query> queries() {
    return IntStream.rangeClosed(1, 22).mapToObj(Tpch::query).toList();
  }

  private static Query query(int number) {
    var text = Fixtures.text("tpch/q%02d.sql".formatted(number));
    return new Query(number, text, listed(text, "uses"), listed(text, "joins"));
  }

  private static List<String> listed(String text, String what) {
    return text.lines()
        .filter(line -> line.startsWith("-- " + what + ": "))
        .flatMap(line -> List.of(line.substring(what.length() + 5).split(", ", -1)).stream())
        .toList();
  }

  private static Contract open(String name, String keys, String... columns) {
    return OpenWorld.contract("tpch/" + name, List.of(keys.split(" ", -1)), columns);
  }

  /// All tables as open data.
  static List<Contract> open() {
    return OPEN;
  }

  /// The same tables, where customers are people, and orders and their lines are about them.
  static List<Contract> personal() {
    return OPEN.stream()
        .map(
            contract ->
                switch (contract.dataset()) {
                  case "tpch/customer" -> about(contract, Optional.of("c_custkey"), List.of());
                  case "tpch/orders" ->
                      about(
                          contract,
                          Optional.of("o_custkey"),
                          List.of(reference("o_custkey", "customer", "c_custkey")));
                  case "tpch/lineitem" ->
                      about(
                          contract,
                          Optional.empty(),
                          List.of(reference("l_orderkey", "orders", "o_orderkey")));
                  default -> contract;
                })
        .toList();
  }

  private static Contract.Reference reference(String column, String to, String toColumn) {
    return new Contract.Reference(column, "tpch/" + to, toColumn, true);
  }

  private static Contract about(
      Contract of, Optional<String> subject, List<Contract.Reference> references) {
    return new Contract(
        of.dataset(),
        of.name(),
        of.description(),
        Contract.Classification.PERSONAL,
        subject,
        subject.map(_ -> "customer"),
        of.columns(),
        of.keys(),
        references,
        of.hierarchies(),
        of.affectedGroups(),
        of.retention());
  }

  /// An agreement that grants these uses and pairs, and nothing else.
  static Mandate mandate(Collection<String> uses, Collection<String> joins) {
    var data = new TreeMap<String, Map<String, Set<String>>>();
    for (var use : uses) {
      var words = use.split("[. ]", -1);
      data.computeIfAbsent(words[0] + "/" + words[1], _ -> new TreeMap<>())
          .computeIfAbsent(words[2], _ -> new TreeSet<>())
          .add(words[3]);
    }
    var yaml = new StringBuilder();
    data.forEach(
        (dataset, columns) -> {
          yaml.append("  - dataset: ").append(dataset).append('\n');
          yaml.append("    subject: ").append(subject(dataset)).append('\n');
          yaml.append("    columns:\n");
          columns.forEach(
              (column, granted) ->
                  yaml.append("      ").append(column).append(": ").append(granted).append('\n'));
        });
    yaml.append(joins.isEmpty() ? "joins: []\n" : "joins:\n");
    joins.forEach(join -> yaml.append("  - \"").append(join).append("\"\n"));
    return Fixtures.mandate(HEAD + yaml + TAIL);
  }

  private static String subject(String dataset) {
    return switch (dataset) {
      case "tpch/customer" -> "c_custkey";
      case "tpch/orders" -> "o_custkey";
      default -> "none";
    };
  }

  private static final String HEAD =
      """
      mandate: tpch
      purpose: {code: "dpv:PublicPolicyMaking", nl: Proef, en: Trial, not-for: ["dpv:LawEnforcement"]}
      legal-basis: {gdpr: "6(1)(e)", law: "Een wet"}
      term: experiment
      period: {from: 2027-01-01, until: 2027-12-31}
      audience: public
      data:
      """;

  private static final String TAIL =
      """
      grain: {geography: n_name, time: year, keys-together: 5}
      disclosure:
        - {measure: count, rule: minimum-frequency, unsafe: "< 10", interval: [1, 9], zeros: shown, group-disclosure: all-or-all-but-one, secondary: optimal}
      releases: {every: year}
      indicators: listed
      artefacts: []
      """;

  /// All rows of a table at a scale, as lines of a file with `|` between columns.
  static void write(String name, double scale, Path file) {
    var lines = new ArrayList<String>();
    for (TpchEntity row : TpchTable.getTable(name).createGenerator(scale, 1, 1)) {
      lines.add(row.toLine());
    }
    try {
      Files.write(file, lines);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
