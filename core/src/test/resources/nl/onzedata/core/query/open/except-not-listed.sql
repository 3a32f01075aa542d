-- refused: JOIN-LIST
SELECT naam FROM y.buurt EXCEPT ALL SELECT naam FROM y.wijk
