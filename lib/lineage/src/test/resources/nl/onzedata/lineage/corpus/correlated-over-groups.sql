-- direct: type <- x.h.type IDENTITY
-- indirect: x.h.type FILTER GROUP_BY
-- indirect: x.o.naam FILTER
-- rows: x.h x.o
-- named: x.h.type:FILTER x.h.type:GROUP x.h.type:SELECT x.o.naam:FILTER
SELECT h.type, count(*) AS n FROM x.h GROUP BY h.type HAVING EXISTS (SELECT 1 FROM x.o WHERE o.naam = h.type) OR count(*) > 1
