-- accepted
-- uses: y.buurt.naam show, y.buurt.woz filter, y.wijk.inwoners filter
-- the same for every row: no join
SELECT b.naam FROM y.buurt b WHERE b.woz > (SELECT AVG(w.inwoners) FROM y.wijk w)
