-- refused: AGG
SELECT COUNT(DISTINCT YEAR(sinds)) AS n FROM x.wmo
