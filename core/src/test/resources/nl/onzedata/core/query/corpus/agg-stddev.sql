-- refused: AGG
-- squares of a few people
SELECT STDDEV(inkomen) AS n FROM x.h
