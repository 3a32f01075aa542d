-- direct: wijk <- x.w.wijk IDENTITY
-- indirect: laag <- x.h.inkomen CONDITIONAL
-- direct: p <- x.h.hh_id AGGREGATION
-- direct: p <- x.h.inkomen AGGREGATION
-- indirect: x.h.woning_id JOIN
-- indirect: x.w.wijk GROUP_BY
-- indirect: x.w.woning_id JOIN
-- rows: x.h x.w
-- named: x.h.hh_id:MEASURE x.h.inkomen:MEASURE x.h.woning_id:JOIN x.w.wijk:GROUP x.w.wijk:SELECT x.w.woning_id:JOIN
SELECT wijk, sum(CASE WHEN inkomen <= 34229 THEN 1 END) AS laag, sum(inkomen + 1000000 * hh_id) AS p FROM x.h JOIN x.w USING (woning_id) GROUP BY wijk
