-- refused: ROW-LIMIT
-- a window over people
SELECT type, COUNT(*) AS n FROM (SELECT type, ROW_NUMBER() OVER (ORDER BY inkomen) AS r FROM x.h) AS a WHERE r = 1 GROUP BY type
