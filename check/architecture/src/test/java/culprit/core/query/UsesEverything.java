package culprit.core.query;

/// Breaks "core is plain Java", "no adapter and no app", "only ... sees" and "Spring is for apps".
public abstract class UsesEverything {
  abstract org.springframework.context.ApplicationContext spring();

  abstract java.sql.Connection database();

  abstract culprit.app.web.Page page();

  abstract com.google.ortools.linearsolver.MPSolver solver();

  abstract org.apache.calcite.rel.RelNode plan();

  abstract org.duckdb.DuckDBConnection engine();

  abstract org.postgresql.PGConnection store();
}
