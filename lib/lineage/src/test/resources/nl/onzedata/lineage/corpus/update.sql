-- refused: SYNTAX
UPDATE x.h SET inkomen = 0
