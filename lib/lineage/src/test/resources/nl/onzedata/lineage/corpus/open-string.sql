-- refused: SYNTAX
SELECT 'abc FROM x.p
