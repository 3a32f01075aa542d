-- refused: ROWS-OUT
SELECT type FROM x.h
