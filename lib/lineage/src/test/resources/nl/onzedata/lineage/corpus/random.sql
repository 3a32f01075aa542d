-- refused: UNSUPPORTED
SELECT hh_id FROM x.h ORDER BY rand() LIMIT 1
