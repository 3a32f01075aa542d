-- refused: GROUP-EXPR
-- a first letter has no agreed list
SELECT LEFT(type, 1) AS k, COUNT(*) AS n FROM x.h GROUP BY LEFT(type, 1)
