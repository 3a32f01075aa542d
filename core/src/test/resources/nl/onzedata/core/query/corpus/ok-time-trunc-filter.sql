-- accepted
-- uses: x.b.sinds time
SELECT EXTRACT(YEAR FROM sinds) AS jaar, COUNT(*) AS n FROM x.b WHERE DATE_TRUNC('quarter', sinds) <> DATE '2026-04-01' GROUP BY EXTRACT(YEAR FROM sinds)
