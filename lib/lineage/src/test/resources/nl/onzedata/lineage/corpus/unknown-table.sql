-- refused: UNKNOWN
SELECT * FROM x.huishouden
