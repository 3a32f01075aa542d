-- refused: JOIN-LIST
SELECT w.naam, SUM(s.leerlingen) AS n FROM y.wijk w, y.school s, y.buurt b WHERE s.buurt = b.buurt GROUP BY w.naam
