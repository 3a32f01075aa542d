-- refused: AGG
SELECT ARRAY_AGG(hh_id) AS wie FROM x.h
