-- refused: JOIN-LIST
SELECT b.naam FROM y.buurt b WHERE EXISTS (SELECT 1 FROM y.school s WHERE s.soort = b.naam)
