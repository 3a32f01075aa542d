-- refused: UNSUPPORTED
-- only where figures differ
SELECT type, COUNT(*) AS n FROM x.h GROUP BY type EXCEPT SELECT type, COUNT(*) FROM x.h WHERE inkomen < 34229 GROUP BY type
