-- direct: buurt <- x.o.buurt IDENTITY
-- indirect: n <- x.o.buurt FILTER
-- indirect: n <- x.w.buurt FILTER
-- direct: m <- x.w.woning_id AGGREGATION
-- indirect: m <- x.o.buurt FILTER
-- indirect: m <- x.w.buurt FILTER
-- rows: x.o x.w
-- named: x.o.buurt:FILTER x.o.buurt:SELECT x.w.buurt:FILTER x.w.woning_id:MEASURE
SELECT o.buurt, (SELECT count(*) FROM x.w WHERE w.buurt = o.buurt) AS n, (SELECT max(w.woning_id) FROM x.w WHERE w.buurt = o.buurt) AS m FROM x.o
