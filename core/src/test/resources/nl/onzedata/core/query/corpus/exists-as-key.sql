-- refused: GROUP-EXPR
SELECT p_id IN (SELECT p_id FROM x.b) AS heeft, COUNT(*) AS n FROM x.p GROUP BY p_id IN (SELECT p_id FROM x.b)
