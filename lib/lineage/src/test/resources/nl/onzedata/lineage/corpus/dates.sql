-- direct: m <- x.v.dag TRANSFORMATION
-- direct: d <- x.v.dag TRANSFORMATION
-- direct: q <- x.v.dag TRANSFORMATION
-- direct: w <- x.v.dag TRANSFORMATION
-- direct: k <- x.v.dag TRANSFORMATION
-- rows: x.v
-- named: x.v.dag:SELECT
SELECT dag + INTERVAL '1' MONTH AS m, dag - INTERVAL '10' DAY AS d, extract(QUARTER FROM dag) AS q, extract(WEEK FROM dag) AS w, quarter(dag) AS k FROM x.v
