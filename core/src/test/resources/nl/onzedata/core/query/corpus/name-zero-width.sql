-- refused: NAME
-- a letter that nobody sees
SELECT type, COUNT(*) AS "n​" FROM x.h GROUP BY type
