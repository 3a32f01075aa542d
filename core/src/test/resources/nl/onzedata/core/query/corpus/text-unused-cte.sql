-- refused: USE
WITH n AS (SELECT naam FROM x.p) SELECT type, COUNT(*) AS n FROM x.h GROUP BY type
