-- refused: NAME
SELECT wijk, wijk FROM x.p
