-- refused: STRING
-- what a class is called is not up to the text: it could say anything
SELECT CASE WHEN inkomen < 34229 THEN 'arm' WHEN inkomen < 40024 THEN '>= 34229 < 40024' ELSE '>= 40024' END AS klasse, COUNT(*) AS n FROM x.h GROUP BY 1
