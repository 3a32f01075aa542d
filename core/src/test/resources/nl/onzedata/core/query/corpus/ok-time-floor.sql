-- accepted
-- uses: x.wmo.sinds time
SELECT FLOOR(sinds TO QUARTER) AS kwartaal, COUNT(*) AS n FROM x.wmo GROUP BY FLOOR(sinds TO QUARTER)
