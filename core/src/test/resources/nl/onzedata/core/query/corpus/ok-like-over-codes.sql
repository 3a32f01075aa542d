-- accepted
-- uses: x.h.type filter, x.h.type group
SELECT type, COUNT(*) AS n FROM x.h WHERE type LIKE 'h%' GROUP BY type
