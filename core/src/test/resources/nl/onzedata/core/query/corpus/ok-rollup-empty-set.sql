-- accepted
-- uses: x.h.type group
-- the set without keys has its row, also of nobody
SELECT type, COUNT(*) AS n FROM x.h WHERE 1 = 2 GROUP BY GROUPING SETS ((type), ())
