-- refused: NAME
-- a count that is called an income
SELECT type, COUNT(*) AS inkomen FROM x.h GROUP BY type
