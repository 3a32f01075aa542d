-- accepted
-- uses: y.buurt.naam show, y.buurt.wijk link, y.wijk.inwoners show, y.wijk.wijk link
-- where a pair is written makes no difference
SELECT b.naam, w.inwoners FROM y.buurt b, y.wijk w WHERE b.wijk = w.wijk
