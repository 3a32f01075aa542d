-- refused: AGG
SELECT COUNT(DISTINCT type) AS n FROM x.h
