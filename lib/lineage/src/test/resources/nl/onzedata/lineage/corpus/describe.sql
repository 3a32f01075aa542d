-- refused: SYNTAX
DESCRIBE x.h
