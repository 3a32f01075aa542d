-- accepted
-- uses: y.buurt.buurt link, y.buurt.naam show, y.school.buurt link
SELECT b.naam FROM y.buurt b WHERE b.buurt NOT IN (SELECT s.buurt FROM y.school s)
