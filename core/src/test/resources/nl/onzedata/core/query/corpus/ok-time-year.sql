-- accepted
-- uses: x.wmo.sinds time
-- per year: a union of agreed quarters
SELECT EXTRACT(YEAR FROM sinds) AS jaar, COUNT(*) AS n FROM x.wmo GROUP BY EXTRACT(YEAR FROM sinds)
