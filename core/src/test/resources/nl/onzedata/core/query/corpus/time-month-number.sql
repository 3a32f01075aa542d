-- refused: TIME
SELECT MONTH(sinds) AS maand, COUNT(*) AS n FROM x.wmo GROUP BY MONTH(sinds)
