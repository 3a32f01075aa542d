-- indirect: x.v.dag FILTER
-- rows: x.v
-- named: x.v.dag:FILTER
-- not-on-duckdb: a text that is no date is an error there
SELECT count(*) AS n FROM x.v WHERE dag >= '2024-01-01' AND dag < '2024-13-45'
