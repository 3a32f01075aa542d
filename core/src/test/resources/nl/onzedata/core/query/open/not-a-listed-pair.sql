-- refused: JOIN-LIST
SELECT b.naam, w.inwoners FROM y.buurt b JOIN y.wijk w ON b.buurt = w.wijk
