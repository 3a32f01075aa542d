-- accepted
-- uses: y.buurt.naam show, y.wijk.naam show
-- one under the other is no join
SELECT naam FROM y.buurt UNION ALL SELECT naam FROM y.wijk
