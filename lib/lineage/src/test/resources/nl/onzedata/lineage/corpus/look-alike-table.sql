-- refused: NAME
SELECT wijk FROM x.р
