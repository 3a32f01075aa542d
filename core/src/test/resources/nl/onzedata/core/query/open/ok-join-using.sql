-- accepted
-- uses: y.buurt.naam show, y.buurt.wijk link, y.buurt.wijk show, y.wijk.inwoners show, y.wijk.wijk link
SELECT wijk, b.naam, w.inwoners FROM y.buurt b JOIN y.wijk w USING (wijk)
