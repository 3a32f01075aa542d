-- accepted
-- uses: y.buurt.wijk group, y.buurt.wijk link, y.buurt.wijk show, y.wijk.wijk group, y.wijk.wijk link, y.wijk.wijk show
SELECT wijk FROM y.buurt INTERSECT SELECT wijk FROM y.wijk
