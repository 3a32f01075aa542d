-- refused: GROUP-EXPR
-- of whoever has no partner there is no year
SELECT EXTRACT(YEAR FROM b.sinds) AS jaar, COUNT(*) AS n FROM x.p AS p LEFT JOIN x.b AS b ON b.p_id = p.p_id GROUP BY EXTRACT(YEAR FROM b.sinds)
