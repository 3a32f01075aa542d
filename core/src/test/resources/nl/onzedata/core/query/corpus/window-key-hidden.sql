-- refused: KEY-HIDDEN
-- a total for each row says not of what
SELECT SUM(COUNT(*)) OVER () AS samen FROM x.h GROUP BY type
