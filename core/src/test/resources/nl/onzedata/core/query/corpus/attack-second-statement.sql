-- refused: SYNTAX
SELECT COUNT(*) AS n FROM x.h; DROP TABLE x.h
