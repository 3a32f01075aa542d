-- direct: wijk <- x.w.wijk IDENTITY
-- direct: huur_laag <- x.w.huur_laag IDENTITY
-- direct: s <- x.w.woning_id AGGREGATION
-- indirect: x.w.huur_laag GROUP_BY
-- indirect: x.w.wijk GROUP_BY
-- rows: x.w
-- named: x.w.huur_laag:GROUP x.w.huur_laag:SELECT x.w.wijk:GROUP x.w.wijk:SELECT x.w.woning_id:MEASURE
SELECT wijk, huur_laag, sum(woning_id) AS s FROM x.w GROUP BY GROUPING SETS ((wijk), (huur_laag), ())
