-- direct: wijk <- x.p.wijk IDENTITY
-- direct: wijk <- x.pop.wijk IDENTITY
-- indirect: x.p.wijk GROUP_BY FILTER
-- indirect: x.pop.wijk GROUP_BY FILTER
-- rows: x.p x.pop
-- named: x.p.wijk:SELECT x.pop.wijk:SELECT
SELECT wijk FROM x.p INTERSECT SELECT wijk FROM x.pop
