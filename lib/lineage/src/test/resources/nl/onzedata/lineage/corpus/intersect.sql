-- direct: wijk <- x.p.wijk IDENTITY
-- direct: wijk <- x.pop.wijk IDENTITY
-- indirect: x.p.wijk FILTER GROUP_BY
-- indirect: x.pop.wijk FILTER GROUP_BY
-- rows: x.p x.pop
-- named: x.p.wijk:SELECT x.pop.wijk:SELECT
SELECT wijk FROM x.p INTERSECT SELECT wijk FROM x.pop
