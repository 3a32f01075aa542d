-- direct: n <- x.h.inkomen AGGREGATION
-- rows: x.h
-- named: x.h.inkomen:MEASURE
SELECT count(inkomen) AS n, count(*) AS m FROM x.h
