-- refused: USE
-- a window of one euro
SELECT COUNT(*) AS n FROM x.h WHERE inkomen BETWEEN 34000 AND 34001
