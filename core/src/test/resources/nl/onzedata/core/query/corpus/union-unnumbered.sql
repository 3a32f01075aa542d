-- refused: APART
-- which of the two is a row of
SELECT type, COUNT(*) AS n FROM x.h GROUP BY type UNION ALL SELECT type, COUNT(*) FROM x.h WHERE inkomen < 34229 GROUP BY type
