-- refused: AGG
SELECT type, ANY_VALUE(inkomen) AS n FROM x.h GROUP BY type
