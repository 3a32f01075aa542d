-- refused: APART
-- the same set twice: rows that nothing tells apart
SELECT type, COUNT(*) AS n FROM x.h GROUP BY GROUPING SETS ((type), (type), ())
