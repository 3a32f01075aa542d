-- refused: TIME
-- a week runs across the edge of a quarter
SELECT DATE_TRUNC('week', sinds) AS week, COUNT(*) AS n FROM x.wmo GROUP BY DATE_TRUNC('week', sinds)
