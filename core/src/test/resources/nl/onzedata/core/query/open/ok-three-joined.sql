-- accepted
-- uses: y.buurt.buurt link, y.buurt.wijk link, y.school.buurt link, y.school.leerlingen measure, y.wijk.naam group, y.wijk.naam show, y.wijk.wijk link
SELECT w.naam, SUM(s.leerlingen) AS n FROM y.wijk w, y.school s, y.buurt b WHERE s.buurt = b.buurt AND NOT b.wijk <> w.wijk GROUP BY w.naam
