-- refused: TIME
-- finer than a quarter
SELECT DATE_TRUNC('month', sinds) AS maand, COUNT(*) AS n FROM x.wmo GROUP BY DATE_TRUNC('month', sinds)
