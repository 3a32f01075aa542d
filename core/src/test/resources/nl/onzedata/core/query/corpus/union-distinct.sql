-- refused: UNSUPPORTED
-- equal figures would fall together
SELECT 1 AS deel, COUNT(*) AS n FROM x.h UNION SELECT 2, COUNT(*) FROM x.h WHERE type = 'koop'
