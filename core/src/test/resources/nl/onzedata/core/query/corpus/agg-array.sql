-- refused: AGG
-- every value
SELECT ARRAY_AGG(type) AS n FROM x.h
