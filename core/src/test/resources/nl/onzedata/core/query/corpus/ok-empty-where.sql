-- accepted
-- uses: x.h.type group
SELECT type, COUNT(*) AS n FROM x.h WHERE 1 = 1 GROUP BY type
