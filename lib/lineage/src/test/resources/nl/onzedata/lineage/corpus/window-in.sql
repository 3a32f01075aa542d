-- direct: type <- x.h.type IDENTITY
-- indirect: s <- x.h.type FILTER
-- indirect: x.h.type GROUP_BY
-- rows: x.h
-- named: x.h.type:FILTER x.h.type:GROUP x.h.type:SELECT
SELECT type, sum(count(*) FILTER (WHERE type NOT IN ('koop', 'huur'))) OVER () AS s FROM x.h GROUP BY type
