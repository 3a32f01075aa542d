-- direct: a <- x.h.woning_id TRANSFORMATION
-- direct: b <- x.h.inkomen TRANSFORMATION
-- direct: d <- x.h.woning_id AGGREGATION
-- rows: x.h
-- named: x.h.inkomen:SELECT x.h.woning_id:MEASURE x.h.woning_id:SELECT
SELECT woning_id / 7 AS a, inkomen / 3 AS b, 1 / 2 AS c, sum(woning_id) OVER () / 4 AS d FROM x.h
