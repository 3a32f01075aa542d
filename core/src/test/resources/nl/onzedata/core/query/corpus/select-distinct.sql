-- refused: ROWS-OUT
SELECT DISTINCT type FROM x.h
