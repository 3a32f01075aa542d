-- indirect: x.o.woz JOIN
-- indirect: x.pop.inwoners JOIN
-- rows: x.o x.pop
-- named: x.o.woz:JOIN x.pop.inwoners:JOIN
SELECT count(*) AS n FROM x.o JOIN x.pop ON o.woz < pop.inwoners
