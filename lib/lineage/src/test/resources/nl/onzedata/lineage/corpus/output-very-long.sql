-- refused: NAME
SELECT wijk AS aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa FROM x.p
