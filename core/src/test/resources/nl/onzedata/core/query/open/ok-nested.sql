-- accepted
-- uses: y.buurt.buurt link, y.buurt.wijk link, y.school.buurt link, y.wijk.naam show, y.wijk.wijk link
SELECT w.naam FROM y.wijk w WHERE w.wijk IN (SELECT b.wijk FROM y.buurt b WHERE EXISTS (SELECT 1 FROM y.school s WHERE s.buurt = b.buurt))
