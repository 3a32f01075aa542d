-- refused: STRING
SELECT type, COUNT(*) AS n, 'geheim' AS woord FROM x.h GROUP BY type
