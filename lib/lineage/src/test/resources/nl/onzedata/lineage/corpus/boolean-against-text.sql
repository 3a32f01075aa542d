-- refused: SYNTAX
SELECT woning_id FROM x.w WHERE huur_laag = 'true'
