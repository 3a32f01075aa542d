-- refused: CUT-SIDE
-- and on their side
SELECT type, COUNT(*) AS n FROM x.h WHERE vermogen > 30000 GROUP BY type
