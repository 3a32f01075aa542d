-- refused: USE
-- a class is no group: its numbers would stand under its name
SELECT vermogen, COUNT(*) AS n FROM x.h GROUP BY vermogen
