-- refused: SYNTAX
SELECT hh_id FROM x.h WHERE inkomen IN ('3')
