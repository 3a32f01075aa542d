-- refused: AGG
-- every value
SELECT LISTAGG(type, ',') AS n FROM x.h
