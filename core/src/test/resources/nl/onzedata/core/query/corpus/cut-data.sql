-- refused: CUT-DATA
SELECT COUNT(*) AS n FROM x.h WHERE inkomen > (SELECT AVG(inkomen) FROM x.h)
