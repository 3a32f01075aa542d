-- direct: wijk <- x.pop.wijk IDENTITY
-- indirect: x.p.wijk FILTER SORT
-- indirect: x.pop.wijk FILTER SORT
-- rows: x.p x.pop
-- named: x.p.wijk:FILTER x.pop.wijk:FILTER x.pop.wijk:ORDER x.pop.wijk:SELECT
-- ordered
SELECT wijk FROM x.pop ORDER BY (SELECT count(*) FROM x.p WHERE p.wijk = pop.wijk), wijk
