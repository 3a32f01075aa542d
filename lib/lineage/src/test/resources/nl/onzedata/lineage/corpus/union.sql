-- direct: k <- x.o.buurt IDENTITY
-- direct: k <- x.p.wijk IDENTITY
-- indirect: x.o.buurt GROUP_BY
-- indirect: x.p.wijk GROUP_BY
-- rows: x.o x.p
-- named: x.o.buurt:SELECT x.p.wijk:SELECT
SELECT wijk AS k FROM x.p UNION SELECT buurt FROM x.o
