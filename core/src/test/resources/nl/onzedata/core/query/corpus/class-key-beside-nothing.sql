-- refused: GROUP-EXPR
-- who has no allowance would be in a class
SELECT CASE WHEN t.bedrag <= 100 THEN '<= 100' WHEN t.bedrag <= 250 THEN '> 100 <= 250' ELSE '> 250' END AS klasse, COUNT(*) AS n FROM x.h AS h LEFT JOIN x.t AS t ON t.hh_id = h.hh_id GROUP BY 1
