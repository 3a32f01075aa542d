-- refused: SYNTAX
SELECT COUNT(*) AS n FROM x.h /* never closed
