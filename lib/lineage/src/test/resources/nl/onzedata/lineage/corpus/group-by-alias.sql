-- direct: maand <- x.v.dag TRANSFORMATION
-- direct: s <- x.v.kosten AGGREGATION
-- indirect: x.v.dag GROUP_BY
-- rows: x.v
-- named: x.v.dag:GROUP x.v.dag:SELECT x.v.kosten:MEASURE
SELECT extract(MONTH FROM dag) AS maand, sum(kosten) AS s FROM x.v GROUP BY maand
