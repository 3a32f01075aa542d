-- refused: USE
-- pupils may be filtered and added up, not shown
SELECT b.naam, (SELECT s.leerlingen FROM y.school s WHERE s.buurt = b.buurt LIMIT 1) AS n FROM y.buurt b
