-- refused: USE
SELECT wijk, COUNT(*) AS n, COUNT(CASE WHEN FALSE THEN naam END) AS z FROM x.p GROUP BY wijk
