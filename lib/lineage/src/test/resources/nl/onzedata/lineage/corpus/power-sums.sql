-- direct: a <- x.h.inkomen AGGREGATION
-- direct: b <- x.h.inkomen AGGREGATION
-- rows: x.h
-- named: x.h.inkomen:MEASURE
SELECT sum(inkomen * inkomen) AS a, sum(power(inkomen, 2)) AS b FROM x.h
