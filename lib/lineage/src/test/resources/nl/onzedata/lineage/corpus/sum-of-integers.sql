-- direct: s <- x.o.woz AGGREGATION
-- direct: d <- x.o.woz AGGREGATION
-- rows: x.o
-- named: x.o.woz:MEASURE
SELECT sum(woz) AS s, max(woz) - min(woz) AS d FROM x.o
