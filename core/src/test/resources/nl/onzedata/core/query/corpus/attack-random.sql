-- refused: *
-- another choice of people each time
SELECT COUNT(*) AS n FROM x.h WHERE RAND() < 0.5
