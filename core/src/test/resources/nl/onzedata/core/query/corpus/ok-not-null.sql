-- accepted
-- uses: x.h.type filter, x.h.type group
SELECT type, COUNT(*) AS n FROM x.h WHERE NOT (type = NULL) GROUP BY type
