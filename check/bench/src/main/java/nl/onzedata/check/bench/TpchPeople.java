package nl.onzedata.check.bench;

import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import nl.onzedata.check.bench.BesideHand.Asked;

/// Counting the customers of TPC-H as people on DuckDB, beside SQL by hand ([BesideHand]): one row
/// each, with many orders. None of the 22 queries that read customers or orders may be asked of
/// people (`docs/tpch.md`), so these are questions that may.
///
/// Arguments: the folder with `contracts` and `mandate.yaml` (`tpch` in the resources of this
/// module), the scale factor (1), and how often each is measured (5).
public final class TpchPeople {
  private static final String YEAR = "EXTRACT(YEAR FROM o_orderdate)";

  /// Customers by how often they ordered.
  private static final String OFTEN =
      "SELECT c_mktsegment, CASE WHEN b < 1 THEN 0 WHEN b < 10 THEN 1 WHEN b < 20 THEN 2 ELSE 3 END, COUNT(*) AS n"
          + " FROM (SELECT c.c_mktsegment, COALESCE(o.b, 0) AS b FROM tpch.customer AS c LEFT JOIN"
          + " (SELECT o_custkey, COUNT(*) AS b FROM tpch.orders GROUP BY o_custkey) AS o"
          + " ON o.o_custkey = c.c_custkey) GROUP BY ALL";

  private TpchPeople() {}

  private static List<Asked> questions() {
    return List.of(
        Asked.same("SELECT c_mktsegment, COUNT(*) AS n FROM tpch.customer GROUP BY c_mktsegment"),
        new Asked(
            "SELECT c_mktsegment, COUNT(*) AS n FROM tpch.customer WHERE c_acctbal < 0 GROUP BY c_mktsegment",
            "SELECT c_mktsegment, c_acctbal < 0, COUNT(*) AS n FROM tpch.customer GROUP BY ALL"),
        new Asked(
            "SELECT k.c_nationkey, n.n_name, k.n FROM (SELECT c_nationkey, COUNT(*) AS n FROM tpch.customer GROUP BY c_nationkey) AS k"
                + " JOIN tpch.nation AS n ON n.n_nationkey = k.c_nationkey",
            "SELECT c_nationkey, COUNT(*) AS n FROM tpch.customer GROUP BY c_nationkey"),
        Asked.same(
            "SELECT %1$s AS jaar, COUNT(DISTINCT o_custkey) AS n FROM tpch.orders GROUP BY %1$s"
                .formatted(YEAR)),
        new Asked(
            "SELECT c_mktsegment, COUNT(*) AS n FROM tpch.customer WHERE c_custkey IN (SELECT o_custkey FROM tpch.orders)"
                + " GROUP BY c_mktsegment",
            "SELECT c_mktsegment, c_custkey IN (SELECT o_custkey FROM tpch.orders), COUNT(*) AS n FROM tpch.customer"
                + " GROUP BY ALL"),
        new Asked(
            "SELECT c_mktsegment, CASE WHEN bestellingen < 1 THEN '< 1' WHEN bestellingen < 10 THEN '>= 1 < 10'"
                + " WHEN bestellingen < 20 THEN '>= 10 < 20' ELSE '>= 20' END AS vaak, COUNT(*) AS n FROM tpch.customer"
                + " GROUP BY 1, 2",
            OFTEN,
            OFTEN));
  }

  /// Prints a line for each query, and the geometric mean of all.
  public static void main(String[] arguments) throws IOException, SQLException {
    var agreed = new BesideHand(Path.of(arguments[0]));
    double scale = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
    int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    var folder = Files.createTempDirectory("tpch");
    try (var engine = DriverManager.getConnection("jdbc:duckdb:")) {
      TpchData.fill(
          engine, List.of(TpchTable.CUSTOMER, TpchTable.ORDERS, TpchTable.NATION), scale, folder);
      agreed.print(engine, questions(), times, "customers at scale " + scale);
    } finally {
      Files.delete(folder);
    }
  }
}
