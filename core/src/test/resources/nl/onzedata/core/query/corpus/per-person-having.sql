-- refused: CUT-EXPR
-- how often somebody came, as a choice
SELECT COUNT(*) AS n FROM (SELECT p_id FROM x.v GROUP BY p_id HAVING COUNT(*) > 2) AS k
