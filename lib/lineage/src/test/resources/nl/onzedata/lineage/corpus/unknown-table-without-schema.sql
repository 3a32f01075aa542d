-- refused: UNKNOWN
SELECT * FROM h
