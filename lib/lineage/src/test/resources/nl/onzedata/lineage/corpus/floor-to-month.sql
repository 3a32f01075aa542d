-- direct: maand <- x.v.dag TRANSFORMATION
-- indirect: x.v.dag GROUP_BY
-- rows: x.v
-- named: x.v.dag:GROUP x.v.dag:SELECT
-- not-on-duckdb: FLOOR … TO is not DuckDB
SELECT floor(dag TO MONTH) AS maand, count(*) AS n FROM x.v GROUP BY floor(dag TO MONTH)
