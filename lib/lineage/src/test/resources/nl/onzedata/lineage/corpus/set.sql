-- refused: SYNTAX
SET threads = 1
