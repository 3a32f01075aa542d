-- indirect: x.v.dag FILTER
-- rows: x.v
-- named: x.v.dag:FILTER
SELECT count(*) AS n FROM x.v WHERE dag >= DATE '2024-01-01' AND dag < DATE '2024-01-01' + INTERVAL '1' YEAR
