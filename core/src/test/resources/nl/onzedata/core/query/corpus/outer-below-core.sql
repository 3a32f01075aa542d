-- refused: CELL-BELOW-CORE
-- people are not compared with sums of people
SELECT h.type, COUNT(*) AS n FROM x.h AS h JOIN (SELECT type, SUM(n) AS m FROM (SELECT type, COUNT(*) AS n FROM x.h GROUP BY type) AS a GROUP BY type) AS b ON b.type = h.type GROUP BY h.type
