-- accepted
-- uses: y.buurt.buurt link, y.buurt.naam show, y.school.buurt link
SELECT b.naam FROM y.buurt b WHERE NOT EXISTS (SELECT 1 FROM y.school s WHERE s.buurt = b.buurt)
