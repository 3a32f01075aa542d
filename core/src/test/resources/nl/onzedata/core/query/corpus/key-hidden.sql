-- refused: KEY-HIDDEN
SELECT COUNT(*) AS n FROM x.h GROUP BY type
