-- direct: jaar <- x.v.dag TRANSFORMATION
-- indirect: x.v.dag GROUP_BY
-- rows: x.v
-- named: x.v.dag:GROUP x.v.dag:SELECT
SELECT extract(YEAR FROM dag) AS jaar, count(*) AS n FROM x.v GROUP BY extract(YEAR FROM dag)
