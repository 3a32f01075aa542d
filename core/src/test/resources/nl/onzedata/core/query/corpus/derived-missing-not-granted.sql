-- refused: CUT-MISSING
-- missing is a class of its own, also of what is derived
SELECT type, COUNT(*) AS n FROM x.h WHERE buffer IS NULL GROUP BY type
