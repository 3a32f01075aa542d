-- accepted
-- uses: y.buurt.naam show, y.buurt.wijk link, y.wijk.naam show, y.wijk.wijk link
SELECT b.naam, w.naam AS wijknaam FROM y.buurt b FULL JOIN y.wijk w ON b.wijk = w.wijk
