-- refused: CELL-BELOW-CORE
WITH a AS (SELECT type, COUNT(*) AS g FROM x.h GROUP BY type) SELECT COUNT(*) AS n FROM x.h AS h JOIN a ON a.type = h.type
