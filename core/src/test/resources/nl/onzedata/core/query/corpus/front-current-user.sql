-- refused: *
SELECT type, COUNT(*) AS n, CURRENT_USER AS u FROM x.h GROUP BY type
