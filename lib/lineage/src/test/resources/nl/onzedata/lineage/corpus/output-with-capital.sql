-- refused: NAME
SELECT wijk AS "Wijk" FROM x.p
