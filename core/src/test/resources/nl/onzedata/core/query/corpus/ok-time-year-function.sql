-- accepted
-- uses: x.wmo.sinds time
SELECT YEAR(sinds) AS jaar, COUNT(*) AS n FROM x.wmo GROUP BY YEAR(sinds) HAVING COUNT(*) > 3 ORDER BY jaar DESC
