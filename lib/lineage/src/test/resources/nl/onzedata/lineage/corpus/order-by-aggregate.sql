-- direct: wijk <- x.v.wijk IDENTITY
-- indirect: x.v.kosten SORT
-- indirect: x.v.wijk GROUP_BY SORT
-- rows: x.v
-- named: x.v.kosten:MEASURE x.v.wijk:GROUP x.v.wijk:ORDER x.v.wijk:SELECT
-- ordered
SELECT wijk, count(*) AS n FROM x.v GROUP BY wijk ORDER BY sum(kosten) DESC, wijk LIMIT 2
