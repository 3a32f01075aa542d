-- direct: maand <- x.v.dag TRANSFORMATION
-- indirect: x.v.dag GROUP_BY SORT
-- rows: x.v
-- named: x.v.dag:GROUP x.v.dag:SELECT
-- ordered
SELECT date_trunc('month', dag) AS maand, count(*) AS n FROM x.v GROUP BY date_trunc('month', dag) ORDER BY 1
