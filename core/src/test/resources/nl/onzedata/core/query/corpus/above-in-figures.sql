-- refused: UNSUPPORTED
-- a figure among figures
SELECT type, COUNT(*) AS n FROM x.h GROUP BY type HAVING COUNT(*) IN (SELECT COUNT(*) FROM x.h GROUP BY type)
