-- accepted
-- uses: y.buurt.naam show, y.buurt.wijk link, y.buurt.woz filter, y.wijk.inwoners filter, y.wijk.wijk link
SELECT b.naam FROM y.buurt b, y.wijk w WHERE (b.wijk = w.wijk AND w.inwoners > 3) OR (b.wijk = w.wijk AND b.woz < 2)
