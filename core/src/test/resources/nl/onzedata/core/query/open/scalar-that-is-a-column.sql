-- refused: JOIN-LIST
SELECT b.naam FROM y.buurt b WHERE b.naam = (SELECT w.naam FROM y.wijk w WHERE w.inwoners = 3 LIMIT 1)
