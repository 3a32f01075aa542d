-- refused: SYNTAX
SELECT hh_id FROM x.h WHERE type = 3
