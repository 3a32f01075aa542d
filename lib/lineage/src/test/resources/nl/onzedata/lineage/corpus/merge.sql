-- refused: SYNTAX
MERGE INTO x.h USING x.w ON h.woning_id = w.woning_id WHEN MATCHED THEN UPDATE SET inkomen = 0
