-- direct: wijk <- x.pop.wijk IDENTITY
-- direct: m <- x.p.geb_jaar AGGREGATION
-- indirect: x.p.wijk FILTER
-- indirect: x.pop.wijk FILTER
-- rows: x.p x.pop
-- named: x.p.geb_jaar:MEASURE x.p.geb_jaar:SELECT x.p.wijk:FILTER x.pop.wijk:FILTER x.pop.wijk:SELECT
SELECT pop.wijk, t.m FROM x.pop CROSS JOIN LATERAL (SELECT max(p.geb_jaar) AS m FROM x.p WHERE p.wijk = pop.wijk) AS t
