-- direct: k <- x.v.wijk IDENTITY
-- indirect: x.v.wijk GROUP_BY
-- rows: x.v
-- named: x.v.wijk:GROUP x.v.wijk:SELECT
WITH a (k, n) AS (SELECT wijk, count(*) FROM x.v GROUP BY wijk) SELECT k, n FROM a WHERE n > 1
