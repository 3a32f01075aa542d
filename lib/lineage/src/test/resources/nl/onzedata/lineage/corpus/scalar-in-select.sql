-- direct: wijk <- x.pop.wijk IDENTITY
-- direct: totaal <- x.v.kosten AGGREGATION
-- rows: x.pop x.v
-- named: x.pop.wijk:SELECT x.v.kosten:MEASURE
SELECT wijk, (SELECT sum(kosten) FROM x.v) AS totaal FROM x.pop
