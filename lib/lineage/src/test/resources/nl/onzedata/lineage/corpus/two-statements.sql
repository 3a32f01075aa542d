-- refused: SYNTAX
SELECT count(*) AS n FROM x.h; SELECT count(*) AS n FROM x.w
