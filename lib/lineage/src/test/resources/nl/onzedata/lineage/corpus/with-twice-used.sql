-- direct: wijk <- x.p.wijk IDENTITY
-- indirect: x.p.wijk GROUP_BY
-- rows: x.p
-- named: x.p.wijk:GROUP x.p.wijk:SELECT
WITH a AS (SELECT wijk, count(*) AS n FROM x.p GROUP BY wijk) SELECT l.wijk, l.n, r.n AS m FROM a AS l JOIN a AS r ON l.n > r.n
