-- refused: *
-- each row another question
SELECT a.type, (SELECT COUNT(*) FROM x.h AS h WHERE h.type = a.type) AS m FROM (SELECT type, COUNT(*) AS n FROM x.h GROUP BY type) AS a
