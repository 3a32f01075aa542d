-- refused: NAME
SELECT wіjk FROM x.p
