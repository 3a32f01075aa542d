-- refused: JOIN-LIST
SELECT b.naam FROM y.buurt b WHERE b.woz >= ALL (SELECT w.inwoners FROM y.wijk w)
