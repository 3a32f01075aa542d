-- refused: UNSUPPORTED
SELECT hh_id FROM x.h WHERE type = ?
