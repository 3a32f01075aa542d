-- refused: USE
-- woz may not be shown
SELECT type, 1.0 * COUNT(*) / (SELECT MAX(inwoners) FROM x.pop WHERE inwoners > 3) AS deel FROM x.h GROUP BY type
