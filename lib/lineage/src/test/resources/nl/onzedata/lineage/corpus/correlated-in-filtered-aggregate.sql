-- direct: type <- x.h.type IDENTITY
-- direct: s <- x.h.inkomen AGGREGATION
-- indirect: s <- x.h.woning_id FILTER
-- indirect: s <- x.w.huur_laag FILTER
-- indirect: s <- x.w.woning_id FILTER
-- indirect: x.h.type GROUP_BY
-- rows: x.h x.w
-- named: x.h.inkomen:MEASURE x.h.type:GROUP x.h.type:SELECT x.h.woning_id:FILTER x.w.huur_laag:FILTER x.w.woning_id:SELECT
SELECT type, sum(inkomen) FILTER (WHERE woning_id IN (SELECT woning_id FROM x.w WHERE huur_laag)) AS s FROM x.h GROUP BY type
