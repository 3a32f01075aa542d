-- refused: USE
-- the highest value is the value of a row
SELECT type, 1.0 * COUNT(*) / (SELECT MAX(woz) FROM x.o) AS deel FROM x.h GROUP BY type
