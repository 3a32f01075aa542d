-- refused: SYNTAX
SELECT hh_id FROM x.h WHERE hh_id IN (SELECT type FROM x.h)
