-- refused: USE
-- one income each
SELECT inkomen, COUNT(*) AS n FROM x.h GROUP BY inkomen
