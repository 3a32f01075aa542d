-- refused: UNKNOWN
SELECT * FROM information_schema.tables
