-- refused: NAME
SELECT wijk FROM x.p -- ‮ ereh
