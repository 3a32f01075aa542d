-- direct: m <- x.v.kosten AGGREGATION
-- direct: g <- x.v.kosten AGGREGATION
-- rows: x.v
-- named: x.v.kosten:MEASURE
SELECT avg(kosten) AS m, sum(kosten) / count(*) AS g FROM x.v
