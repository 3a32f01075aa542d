-- direct: c <- x.p.naam TRANSFORMATION
-- indirect: x.p.naam GROUP_BY
-- rows: x.p
-- named: x.p.naam:GROUP x.p.naam:SELECT
SELECT CASE WHEN FALSE THEN naam END AS c, count(*) AS n FROM x.p GROUP BY CASE WHEN FALSE THEN naam END
