-- refused: UNSUPPORTED
-- ranks of cells are not there yet
SELECT type, COUNT(*) AS n, RANK() OVER (ORDER BY COUNT(*)) AS r FROM x.h GROUP BY type
