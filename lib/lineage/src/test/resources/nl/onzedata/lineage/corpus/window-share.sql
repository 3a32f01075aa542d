-- direct: wijk <- x.p.wijk IDENTITY
-- indirect: x.p.wijk GROUP_BY
-- rows: x.p
-- named: x.p.wijk:GROUP x.p.wijk:SELECT
SELECT wijk, n, n * 1.0 / sum(n) OVER () AS deel FROM (SELECT wijk, count(*) AS n FROM x.p GROUP BY wijk) AS t
