-- direct: wijk <- x.w.wijk IDENTITY
-- direct: s <- x.h.inkomen AGGREGATION
-- direct: g <- x.h.inkomen AGGREGATION
-- indirect: x.h.inkomen FILTER
-- indirect: x.h.woning_id JOIN
-- indirect: x.w.wijk GROUP_BY
-- indirect: x.w.woning_id JOIN
-- rows: x.h x.w
-- named: x.h.inkomen:FILTER x.h.inkomen:MEASURE x.h.woning_id:JOIN x.w.wijk:GROUP x.w.wijk:SELECT x.w.woning_id:JOIN
SELECT wijk, count(*) AS n, sum(inkomen) AS s, avg(inkomen) AS g
FROM x.h JOIN x.w ON h.woning_id = w.woning_id
WHERE inkomen <= 34229
GROUP BY wijk
