-- refused: JOIN-LIST
SELECT b.naam FROM y.buurt b, y.wijk w WHERE (b.wijk = w.wijk AND w.inwoners > 3) OR b.woz < 2
