-- accepted
-- uses: x.h.inkomen class, x.h.inkomen filter
-- classes by their own labels, so that the table says what the text says
SELECT CASE WHEN inkomen < 34229 THEN '< 34229' WHEN inkomen < 40024 THEN '>= 34229 < 40024' ELSE '>= 40024' END AS klasse, COUNT(*) AS n FROM x.h GROUP BY CASE WHEN inkomen < 34229 THEN '< 34229' WHEN inkomen < 40024 THEN '>= 34229 < 40024' ELSE '>= 40024' END
