-- direct: wijk <- x.w.wijk IDENTITY
-- direct: buurt <- x.w.buurt IDENTITY
-- indirect: x.w.buurt GROUP_BY
-- indirect: x.w.wijk GROUP_BY
-- rows: x.w
-- named: x.w.buurt:SELECT x.w.wijk:SELECT
SELECT DISTINCT wijk, buurt FROM x.w
