-- refused: UNSUPPORTED
-- cells beside cells are not there yet
SELECT a.type, a.n - b.n AS v FROM (SELECT type, COUNT(*) AS n FROM x.h GROUP BY type) AS a JOIN (SELECT type, COUNT(*) AS n FROM x.h GROUP BY type) AS b ON a.type = b.type
