-- refused: UNSUPPORTED
SELECT type, COUNT(*) AS n FROM x.h GROUP BY ROLLUP(type)
