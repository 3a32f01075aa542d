-- accepted
-- uses: y.buurt.buurt link, y.buurt.naam show, y.school.buurt link, y.school.soort filter
SELECT b.naam FROM y.buurt b WHERE b.buurt IN (SELECT s.buurt FROM y.school s WHERE s.soort = 'a')
