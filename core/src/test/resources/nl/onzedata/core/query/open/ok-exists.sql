-- accepted
-- uses: y.buurt.buurt link, y.buurt.naam show, y.school.buurt link, y.school.leerlingen filter
SELECT b.naam FROM y.buurt b WHERE EXISTS (SELECT 1 FROM y.school s WHERE s.buurt = b.buurt AND s.leerlingen > 2)
