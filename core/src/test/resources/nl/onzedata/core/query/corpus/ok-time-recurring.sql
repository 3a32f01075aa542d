-- accepted
-- uses: x.b.sinds time
-- the quarters of all years together
SELECT QUARTER(sinds) AS kwartaal, COUNT(*) AS n FROM x.b GROUP BY QUARTER(sinds)
