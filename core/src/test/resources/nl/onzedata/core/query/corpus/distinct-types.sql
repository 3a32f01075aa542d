-- refused: ROW-LIMIT
-- how many types occur at all
SELECT COUNT(*) AS n FROM (SELECT DISTINCT type FROM x.h) AS d
