-- direct: s <- x.h.inkomen AGGREGATION
-- indirect: x.h.hh_id SORT
-- indirect: x.h.inkomen SORT
-- rows: x.h
-- named: x.h.hh_id:ORDER x.h.hh_id:SELECT x.h.inkomen:MEASURE x.h.inkomen:ORDER x.h.inkomen:SELECT x.h.type:SELECT x.h.woning_id:SELECT
SELECT count(*) AS n, sum(inkomen) AS s FROM (SELECT * FROM x.h ORDER BY inkomen DESC, hh_id LIMIT 3)
