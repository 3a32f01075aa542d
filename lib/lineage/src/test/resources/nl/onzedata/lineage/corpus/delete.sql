-- refused: SYNTAX
DELETE FROM x.h
