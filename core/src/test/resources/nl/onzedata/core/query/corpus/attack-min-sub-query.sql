-- refused: *
-- who earns least, by comparing with the least
SELECT type, COUNT(*) AS n FROM x.h WHERE inkomen = (SELECT MIN(inkomen) FROM x.h) GROUP BY type
