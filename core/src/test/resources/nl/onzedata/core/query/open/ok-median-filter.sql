-- accepted
-- uses: y.buurt.naam filter, y.buurt.wijk group, y.buurt.wijk show, y.buurt.woz measure, y.buurt.woz show
SELECT wijk, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY woz) AS m, COUNT(*) FILTER (WHERE naam LIKE 'b%') AS n FROM y.buurt GROUP BY wijk
