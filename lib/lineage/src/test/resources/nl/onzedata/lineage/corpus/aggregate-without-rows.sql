-- direct: s <- x.h.inkomen AGGREGATION
-- direct: g <- x.h.inkomen AGGREGATION
-- rows: x.h
-- named: x.h.inkomen:MEASURE
SELECT count(*) AS n, sum(inkomen) AS s, avg(inkomen) AS g FROM x.h WHERE 1 = 2
