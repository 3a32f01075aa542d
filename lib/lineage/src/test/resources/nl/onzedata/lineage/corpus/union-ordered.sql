-- direct: k <- x.o.buurt IDENTITY
-- direct: k <- x.pop.wijk IDENTITY
-- indirect: x.o.buurt SORT
-- indirect: x.pop.wijk SORT
-- rows: x.o x.pop
-- named: x.o.buurt:ORDER x.o.buurt:SELECT x.pop.wijk:ORDER x.pop.wijk:SELECT
-- ordered
SELECT wijk AS k, 1 AS n FROM x.pop UNION ALL SELECT buurt, 2 FROM x.o ORDER BY k, n LIMIT 4
