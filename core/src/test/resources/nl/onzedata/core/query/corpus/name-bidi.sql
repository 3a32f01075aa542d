-- refused: NAME
-- text that reads the other way
SELECT type, COUNT(*) AS "n‮" FROM x.h GROUP BY type
