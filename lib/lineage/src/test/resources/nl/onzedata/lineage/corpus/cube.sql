-- direct: wijk <- x.w.wijk IDENTITY
-- direct: huur_laag <- x.w.huur_laag IDENTITY
-- indirect: x.w.huur_laag GROUP_BY
-- indirect: x.w.wijk GROUP_BY
-- rows: x.w
-- named: x.w.huur_laag:GROUP x.w.huur_laag:SELECT x.w.wijk:GROUP x.w.wijk:SELECT
SELECT wijk, huur_laag, count(*) AS n FROM x.w GROUP BY CUBE (wijk, huur_laag)
