-- refused: *
SELECT AVG(inkomen) AS n FROM x.h
