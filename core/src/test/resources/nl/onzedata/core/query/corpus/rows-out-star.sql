-- refused: ROWS-OUT
SELECT * FROM x.h
