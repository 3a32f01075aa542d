-- refused: CUT-MISSING
SELECT COUNT(spaargeld) AS n FROM x.h
