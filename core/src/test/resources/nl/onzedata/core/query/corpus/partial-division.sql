-- refused: *
SELECT SUM(1 / (hh_id - 17)) AS n FROM x.h
