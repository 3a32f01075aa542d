-- direct: wijk <- x.w.wijk IDENTITY
-- direct: o <- x.w.huur_laag AGGREGATION
-- direct: a <- x.w.huur_laag AGGREGATION
-- indirect: x.w.wijk GROUP_BY
-- rows: x.w
-- named: x.w.huur_laag:MEASURE x.w.wijk:GROUP x.w.wijk:SELECT
SELECT wijk, bool_or(huur_laag) AS o, bool_and(huur_laag) AS a FROM x.w GROUP BY wijk
