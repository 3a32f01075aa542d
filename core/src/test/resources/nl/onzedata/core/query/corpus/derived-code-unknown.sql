-- refused: STRING
-- only what its CASE can say
SELECT type, COUNT(*) AS n FROM x.h WHERE spaart = 'alles' GROUP BY type
