-- refused: GROUP-EXPR
SELECT type || 'x' AS k, COUNT(*) AS n FROM x.h GROUP BY type || 'x'
