-- refused: USE
-- that it is in an agreed computation grants nothing of a part
SELECT type, COUNT(*) AS n FROM x.h WHERE spaargeld > 5000 GROUP BY type
