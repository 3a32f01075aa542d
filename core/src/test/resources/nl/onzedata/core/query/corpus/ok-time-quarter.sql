-- accepted
-- uses: x.wmo.sinds time
-- the shortest agreed period, by its first day
SELECT DATE_TRUNC('quarter', sinds) AS kwartaal, COUNT(*) AS n FROM x.wmo GROUP BY DATE_TRUNC('quarter', sinds)
