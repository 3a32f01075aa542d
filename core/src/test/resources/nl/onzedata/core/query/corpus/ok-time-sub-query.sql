-- accepted
-- uses: x.b.sinds time
SELECT jaar, SUM(n) AS n FROM (SELECT YEAR(sinds) AS jaar, QUARTER(sinds) AS k, COUNT(*) AS n FROM x.b GROUP BY YEAR(sinds), QUARTER(sinds)) AS t GROUP BY jaar
