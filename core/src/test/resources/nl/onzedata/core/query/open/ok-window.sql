-- accepted
-- uses: y.buurt.naam show, y.buurt.wijk group, y.buurt.woz measure
SELECT naam, SUM(woz) OVER (PARTITION BY wijk) AS n FROM y.buurt
