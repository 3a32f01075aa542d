-- refused: SYNTAX
INSERT INTO x.pop VALUES ('A', 1)
