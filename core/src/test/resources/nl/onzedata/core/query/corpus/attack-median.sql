-- refused: *
SELECT MEDIAN(inkomen) AS midden FROM x.h
