-- refused: FLOAT
SELECT SUM(CAST(inkomen AS DOUBLE)) AS n FROM x.h
