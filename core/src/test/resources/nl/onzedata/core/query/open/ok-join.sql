-- accepted
-- uses: y.buurt.naam show, y.buurt.wijk link, y.wijk.inwoners show, y.wijk.wijk link
SELECT b.naam, w.inwoners FROM y.buurt b JOIN y.wijk w ON b.wijk = w.wijk
