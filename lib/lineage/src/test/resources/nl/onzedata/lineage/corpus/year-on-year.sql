-- direct: jaar <- x.v.dag TRANSFORMATION
-- direct: k <- x.v.kosten AGGREGATION
-- direct: verschil <- x.v.kosten AGGREGATION
-- indirect: verschil <- x.v.dag WINDOW
-- direct: groei <- x.v.kosten AGGREGATION
-- indirect: groei <- x.v.dag CONDITIONAL WINDOW
-- indirect: groei <- x.v.kosten CONDITIONAL
-- indirect: x.v.dag GROUP_BY
-- rows: x.v
-- named: x.v.dag:GROUP x.v.dag:SELECT x.v.kosten:MEASURE
WITH j AS (SELECT extract(YEAR FROM dag) AS jaar, sum(kosten) AS k FROM x.v GROUP BY extract(YEAR FROM dag))
SELECT jaar, k, k - lag(k) OVER (ORDER BY jaar) AS verschil, k / nullif(lag(k) OVER (ORDER BY jaar), 0) - 1 AS groei FROM j
