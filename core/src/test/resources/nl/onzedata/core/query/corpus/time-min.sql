-- refused: AGG
SELECT MIN(sinds) AS n FROM x.wmo
