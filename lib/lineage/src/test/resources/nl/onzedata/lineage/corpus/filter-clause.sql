-- direct: wijk <- x.p.wijk IDENTITY
-- indirect: oud <- x.p.geb_jaar FILTER
-- direct: s <- x.p.geb_jaar AGGREGATION
-- indirect: s <- x.p.naam FILTER
-- indirect: x.p.wijk GROUP_BY
-- rows: x.p
-- named: x.p.geb_jaar:FILTER x.p.geb_jaar:MEASURE x.p.naam:FILTER x.p.wijk:GROUP x.p.wijk:SELECT
SELECT wijk, count(*) FILTER (WHERE geb_jaar < 1980) AS oud, sum(geb_jaar) FILTER (WHERE naam LIKE 'A%') AS s FROM x.p GROUP BY wijk
