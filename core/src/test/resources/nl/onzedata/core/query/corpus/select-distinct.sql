-- refused: ROW-LIMIT
SELECT DISTINCT type FROM x.h
