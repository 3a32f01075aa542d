-- direct: wijk <- x.w.wijk IDENTITY
-- direct: type <- x.h.type IDENTITY
-- indirect: g <- x.w.wijk GROUP_BY
-- indirect: x.h.type GROUP_BY
-- indirect: x.h.woning_id JOIN
-- indirect: x.w.wijk GROUP_BY
-- indirect: x.w.woning_id JOIN
-- rows: x.h x.w
-- named: x.h.type:GROUP x.h.type:SELECT x.h.woning_id:JOIN x.w.wijk:GROUP x.w.wijk:MEASURE x.w.wijk:SELECT x.w.woning_id:JOIN
SELECT wijk, type, grouping(wijk) AS g, count(*) AS n FROM x.h JOIN x.w USING (woning_id) GROUP BY ROLLUP (wijk, type)
