-- refused: UNSUPPORTED
-- whether a code can be read as a date is not worked out
SELECT CAST(type AS DATE) AS dag, n FROM (SELECT type, COUNT(*) AS n FROM x.h GROUP BY type) AS t
