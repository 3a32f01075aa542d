-- accepted
-- uses: x.b.sinds time, x.b.soort group
SELECT soort, EXTRACT(YEAR FROM sinds) AS jaar, DATE_TRUNC('quarter', sinds) AS kwartaal, COUNT(*) AS n FROM x.b GROUP BY ROLLUP(soort, EXTRACT(YEAR FROM sinds), DATE_TRUNC('quarter', sinds))
