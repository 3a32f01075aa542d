-- accepted
-- uses: x.h.inkomen filter, x.h.type group
-- two tables below each other, each with its number
SELECT 1 AS deel, type, COUNT(*) AS n FROM x.h GROUP BY type UNION ALL SELECT 2, type, COUNT(*) FROM x.h WHERE inkomen < 34229 GROUP BY type
