-- accepted
-- uses: y.buurt.wijk group, y.buurt.wijk show, y.buurt.woz measure, y.buurt.woz show
-- the highest is the value of some row
SELECT wijk, MAX(woz) AS n FROM y.buurt GROUP BY wijk
