-- refused: USE
SELECT CASE WHEN bedrag <= 99 THEN '<= 100' WHEN bedrag <= 250 THEN '> 100 <= 250' ELSE '> 250' END AS klasse, COUNT(*) AS n FROM x.t GROUP BY 1
