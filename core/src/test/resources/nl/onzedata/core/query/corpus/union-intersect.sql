-- refused: UNSUPPORTED
-- only where figures are equal
SELECT type, COUNT(*) AS n FROM x.h GROUP BY type INTERSECT SELECT type, COUNT(*) FROM x.h WHERE inkomen < 34229 GROUP BY type
