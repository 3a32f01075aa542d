-- refused: SYNTAX
SELECT wijk FROM x.p WHERE geb_jaar >
