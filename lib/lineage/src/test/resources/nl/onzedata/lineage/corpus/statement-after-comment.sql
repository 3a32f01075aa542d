-- refused: SYNTAX
SELECT count(*) AS n FROM x.h /* */ ; /* */ DELETE FROM x.h
