-- direct: wijk <- x.w.wijk IDENTITY
-- direct: m <- x.h.inkomen AGGREGATION
-- indirect: x.h.woning_id JOIN
-- indirect: x.w.wijk GROUP_BY
-- indirect: x.w.woning_id JOIN
-- rows: x.h x.w
-- named: x.h.inkomen:MEASURE x.h.woning_id:JOIN x.w.wijk:GROUP x.w.wijk:SELECT x.w.woning_id:JOIN
-- not-on-duckdb: its quantile of decimals is cut off
SELECT wijk, percentile_cont(0.37) WITHIN GROUP (ORDER BY inkomen) AS m FROM x.h JOIN x.w USING (woning_id) GROUP BY wijk
