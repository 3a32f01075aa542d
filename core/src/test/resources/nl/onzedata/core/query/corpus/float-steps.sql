-- refused: FLOAT
-- halves of people
SELECT type, SUM(CASE WHEN inkomen < 34229 THEN 0.5 ELSE 1 END) AS n FROM x.h GROUP BY type
