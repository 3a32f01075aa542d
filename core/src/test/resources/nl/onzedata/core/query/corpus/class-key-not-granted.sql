-- refused: USE
-- filtering was agreed, showing each class beside the others was not
SELECT CASE WHEN inkomen < 34229 THEN '< 34229' WHEN inkomen < 40024 THEN '>= 34229 < 40024' ELSE '>= 40024' END AS klasse, COUNT(*) AS n FROM x.h GROUP BY 1
