-- refused: SYNTAX
SELECT woning_id FROM x.h JOIN x.w ON h.woning_id = w.woning_id
