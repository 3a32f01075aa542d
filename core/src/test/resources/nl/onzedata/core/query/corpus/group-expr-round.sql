-- refused: GROUP-EXPR
SELECT inkomen / 1000 AS k, COUNT(*) AS n FROM x.h GROUP BY inkomen / 1000
