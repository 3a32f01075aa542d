-- direct: type <- x.h.type IDENTITY
-- direct: s <- x.h.inkomen AGGREGATION
-- indirect: x.h.hh_id SORT
-- indirect: x.h.type GROUP_BY
-- rows: x.h
-- named: x.h.hh_id:ORDER x.h.inkomen:MEASURE x.h.inkomen:SELECT x.h.type:GROUP x.h.type:SELECT
SELECT type, sum(inkomen) AS s FROM (SELECT type, inkomen FROM x.h ORDER BY hh_id) AS t GROUP BY type
