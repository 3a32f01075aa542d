-- accepted
-- uses: y.buurt.naam show, y.buurt.wijk filter, y.buurt.wijk group, y.buurt.woz filter, y.buurt.woz group
SELECT naam FROM y.buurt QUALIFY RANK() OVER (PARTITION BY wijk ORDER BY woz) = 1
