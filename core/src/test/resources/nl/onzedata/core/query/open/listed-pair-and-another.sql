-- refused: JOIN-LIST
SELECT b.woz, w.inwoners FROM y.buurt b JOIN y.wijk w ON b.wijk = w.wijk WHERE b.woz = w.inwoners
