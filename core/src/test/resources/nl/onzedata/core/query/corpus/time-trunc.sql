-- refused: GROUP-EXPR
-- finer than the grain
SELECT DATE_TRUNC('week', dag) AS k, COUNT(*) AS n FROM x.v GROUP BY DATE_TRUNC('week', dag)
