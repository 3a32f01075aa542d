-- direct: wijk <- x.pop.wijk IDENTITY
-- direct: naam <- x.o.naam IDENTITY
-- indirect: x.o.woz FILTER
-- indirect: x.pop.inwoners FILTER
-- rows: x.o x.pop
-- named: x.o.naam:SELECT x.o.woz:FILTER x.pop.inwoners:FILTER x.pop.wijk:SELECT
SELECT pop.wijk, t.naam FROM x.pop LEFT JOIN LATERAL (SELECT o.naam FROM x.o WHERE o.woz < pop.inwoners) AS t ON TRUE
