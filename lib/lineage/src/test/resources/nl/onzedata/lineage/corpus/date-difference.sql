-- direct: j <- x.v.dag TRANSFORMATION
-- direct: d <- x.v.dag TRANSFORMATION
-- rows: x.v
-- named: x.v.dag:SELECT
-- not-on-duckdb: TIMESTAMPDIFF is not DuckDB
SELECT timestampdiff(YEAR, dag, DATE '2025-01-01') AS j, timestampdiff(DAY, dag, DATE '2025-01-01') AS d FROM x.v
