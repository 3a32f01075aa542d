-- accepted
-- uses: x.h.inkomen filter, x.h.type group
-- below each other, then in order
SELECT deel, type, n FROM (SELECT 2 AS deel, type, COUNT(*) AS n FROM x.h GROUP BY type UNION ALL SELECT 1 AS deel, type, COUNT(*) AS n FROM x.h WHERE inkomen >= 40024 GROUP BY type) AS a ORDER BY deel, n DESC, type
