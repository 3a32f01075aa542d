-- refused: JOIN-LIST
SELECT b.naam, (SELECT SUM(s.leerlingen) FROM y.school s WHERE s.leerlingen > 2 AND b.woz > 3) AS n FROM y.buurt b
