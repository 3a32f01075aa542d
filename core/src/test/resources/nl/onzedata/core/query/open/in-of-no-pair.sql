-- refused: JOIN-LIST
SELECT b.naam FROM y.buurt b WHERE b.naam IN (SELECT s.soort FROM y.school s)
