-- refused: *
INSERT INTO x.h SELECT * FROM x.h
