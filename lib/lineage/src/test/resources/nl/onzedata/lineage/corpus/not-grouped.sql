-- refused: SYNTAX
SELECT wijk, naam FROM x.p GROUP BY wijk
