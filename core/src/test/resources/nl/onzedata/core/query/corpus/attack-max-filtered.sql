-- refused: AGG
SELECT MAX(inkomen) FILTER (WHERE type = 'koop') AS n FROM x.h
