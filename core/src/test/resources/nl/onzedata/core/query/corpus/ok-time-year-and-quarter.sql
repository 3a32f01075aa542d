-- accepted
-- uses: x.b.sinds time
-- two keys of one date: a combination that cannot be is no row
SELECT EXTRACT(YEAR FROM sinds) AS jaar, EXTRACT(QUARTER FROM sinds) AS kwartaal, COUNT(*) AS n FROM x.b GROUP BY EXTRACT(YEAR FROM sinds), EXTRACT(QUARTER FROM sinds)
