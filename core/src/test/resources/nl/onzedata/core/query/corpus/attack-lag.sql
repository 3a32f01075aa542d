-- refused: *
SELECT COUNT(*) AS n FROM (SELECT inkomen - LAG(inkomen) OVER (ORDER BY inkomen) AS stap FROM x.h) AS u WHERE stap > 1000
