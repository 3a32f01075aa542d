-- refused: STRING
-- what a class is called is not up to the text: it could say anything
SELECT CASE WHEN bedrag <= 100 THEN 'arm' WHEN bedrag <= 250 THEN '> 100 <= 250' ELSE '> 250' END AS klasse, COUNT(*) AS n FROM x.t GROUP BY 1
