-- refused: AGG
SELECT LISTAGG(type, ',') WITHIN GROUP (ORDER BY hh_id) AS wie FROM x.h
