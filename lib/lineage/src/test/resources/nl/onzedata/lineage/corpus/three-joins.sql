-- direct: wijk <- x.w.wijk IDENTITY
-- direct: laatst <- x.wmo.sinds AGGREGATION
-- indirect: x.h.hh_id JOIN
-- indirect: x.h.woning_id JOIN
-- indirect: x.p.hh_id JOIN
-- indirect: x.p.p_id JOIN
-- indirect: x.w.wijk GROUP_BY
-- indirect: x.w.woning_id JOIN
-- indirect: x.wmo.p_id JOIN
-- rows: x.h x.p x.w x.wmo
-- named: x.h.hh_id:JOIN x.h.woning_id:JOIN x.p.hh_id:JOIN x.p.p_id:JOIN x.w.wijk:GROUP x.w.wijk:SELECT x.w.woning_id:JOIN x.wmo.p_id:JOIN x.wmo.sinds:MEASURE
SELECT w.wijk, count(*) AS n, max(sinds) AS laatst
FROM x.p JOIN x.h ON p.hh_id = h.hh_id JOIN x.w ON h.woning_id = w.woning_id LEFT JOIN x.wmo ON wmo.p_id = p.p_id
GROUP BY w.wijk
