-- indirect: x.v.dag FILTER
-- rows: x.v
-- named: x.v.dag:FILTER
SELECT 'instroom' AS soort, count(*) AS n FROM x.v WHERE dag >= DATE '2024-01-01'
UNION ALL
SELECT 'alles', count(*) FROM x.v
