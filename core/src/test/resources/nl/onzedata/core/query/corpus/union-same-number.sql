-- refused: APART
-- twice the same number
SELECT 1 AS deel, type, COUNT(*) AS n FROM x.h GROUP BY type UNION ALL SELECT 1, type, COUNT(*) FROM x.h WHERE inkomen < 34229 GROUP BY type
