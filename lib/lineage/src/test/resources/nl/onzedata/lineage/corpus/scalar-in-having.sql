-- direct: type <- x.h.type IDENTITY
-- indirect: x.h.type GROUP_BY
-- indirect: x.pop.inwoners FILTER
-- rows: x.h x.pop
-- named: x.h.type:GROUP x.h.type:SELECT x.pop.inwoners:MEASURE
SELECT type, count(*) AS n FROM x.h GROUP BY type HAVING count(*) > (SELECT min(inwoners) FROM x.pop)
