-- refused: NAME
SELECT wijk AS "wi​jk" FROM x.p
