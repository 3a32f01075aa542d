-- refused: JOIN-LIST
SELECT b.naam, t.n FROM y.buurt b, LATERAL (SELECT COUNT(*) AS n FROM y.school s WHERE s.leerlingen > b.woz) AS t
