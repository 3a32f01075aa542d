-- refused: SYNTAX
SELECT sum(naam) AS s FROM x.p
