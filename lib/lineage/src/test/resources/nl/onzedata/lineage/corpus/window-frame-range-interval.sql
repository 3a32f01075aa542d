-- direct: bezoek_id <- x.v.bezoek_id IDENTITY
-- indirect: n <- x.v.dag WINDOW
-- indirect: x.v.dag FILTER
-- rows: x.v
-- named: x.v.bezoek_id:SELECT x.v.dag:FILTER x.v.dag:WINDOW
SELECT bezoek_id, count(*) OVER (ORDER BY dag RANGE BETWEEN INTERVAL '30' DAY PRECEDING AND CURRENT ROW) AS n FROM x.v WHERE dag IS NOT NULL
