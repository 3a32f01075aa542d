-- refused: USE
SELECT SUM(inkomen) AS n FROM x.h
