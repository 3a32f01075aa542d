-- refused: CASE-ID
SELECT SUM(CASE WHEN hh_id = 17 THEN inkomen END) AS n FROM x.h
