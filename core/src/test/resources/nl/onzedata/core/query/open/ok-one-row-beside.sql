-- accepted
-- uses: y.buurt.naam show, y.buurt.woz show, y.wijk.inwoners measure
SELECT b.naam, b.woz, t.m FROM y.buurt b CROSS JOIN (SELECT AVG(inwoners) AS m FROM y.wijk) AS t
