-- direct: wijk <- x.v.wijk IDENTITY
-- indirect: x.v.wijk GROUP_BY
-- rows: x.v
-- named: x.v.wijk:GROUP x.v.wijk:SELECT
SELECT wijk, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS r FROM x.v GROUP BY wijk
