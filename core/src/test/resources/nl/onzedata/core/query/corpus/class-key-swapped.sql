-- refused: STRING
SELECT CASE WHEN bedrag <= 100 THEN '> 250' WHEN bedrag <= 250 THEN '> 100 <= 250' ELSE '<= 100' END AS klasse, COUNT(*) AS n FROM x.t GROUP BY 1
