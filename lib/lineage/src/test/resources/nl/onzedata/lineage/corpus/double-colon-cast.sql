-- refused: SYNTAX
SELECT sum(inkomen * (hh_id = 17)::int) AS s FROM x.h
