-- refused: NAME
SELECT wijk AS "mijn wijk" FROM x.p
