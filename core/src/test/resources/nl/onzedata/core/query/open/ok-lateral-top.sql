-- accepted
-- uses: y.buurt.buurt link, y.buurt.naam show, y.school.buurt link, y.school.school show, y.school.soort show
SELECT b.naam, t.soort FROM y.buurt b, LATERAL (SELECT s.soort FROM y.school s WHERE s.buurt = b.buurt ORDER BY s.school LIMIT 1) AS t
