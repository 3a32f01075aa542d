-- refused: AGG
SELECT MIN(hh_id) AS n FROM x.h
