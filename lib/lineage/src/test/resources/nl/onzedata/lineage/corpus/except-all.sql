-- direct: wijk <- x.p.wijk IDENTITY
-- indirect: x.p.wijk FILTER
-- indirect: x.v.wijk FILTER
-- rows: x.p x.v
-- named: x.p.wijk:SELECT x.v.wijk:SELECT
SELECT wijk FROM x.p EXCEPT ALL SELECT wijk FROM x.v
