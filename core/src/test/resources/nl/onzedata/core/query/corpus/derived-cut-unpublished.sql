-- refused: USE
-- only at the cuts that were agreed
SELECT type, COUNT(*) AS n FROM x.h WHERE vermogen >= 50000 GROUP BY type
