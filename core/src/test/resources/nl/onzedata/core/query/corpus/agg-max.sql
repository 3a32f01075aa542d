-- refused: AGG
SELECT MAX(inkomen) AS n FROM x.h
