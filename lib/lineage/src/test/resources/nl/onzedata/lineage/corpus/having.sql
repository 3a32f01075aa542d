-- direct: wijk <- x.p.wijk IDENTITY
-- indirect: x.p.geb_jaar FILTER
-- indirect: x.p.hh_id FILTER
-- indirect: x.p.wijk GROUP_BY
-- rows: x.p
-- named: x.p.geb_jaar:MEASURE x.p.hh_id:MEASURE x.p.wijk:GROUP x.p.wijk:SELECT
SELECT wijk FROM x.p GROUP BY wijk HAVING count(DISTINCT hh_id) > 2 AND min(geb_jaar) < 1990
