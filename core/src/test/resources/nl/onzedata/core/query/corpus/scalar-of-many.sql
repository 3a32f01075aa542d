-- refused: UNSUPPORTED
-- a figure for each type is not one figure
SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM x.h GROUP BY type) AS m FROM x.h
