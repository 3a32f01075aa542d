-- accepted
-- uses: y.buurt.buurt link, y.buurt.naam show, y.school.buurt link
SELECT b.naam, t.n FROM y.buurt b, LATERAL (SELECT COUNT(*) AS n FROM y.school s WHERE s.buurt = b.buurt) AS t
