-- accepted
-- uses: y.buurt.buurt link, y.buurt.naam show, y.school.buurt link, y.school.leerlingen measure
SELECT b.naam, (SELECT SUM(s.leerlingen) FROM y.school s WHERE s.buurt = b.buurt) AS n FROM y.buurt b
