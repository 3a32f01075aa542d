-- direct: wijk <- x.pop.wijk IDENTITY
-- direct: p_id <- x.p.p_id IDENTITY
-- indirect: x.p.geb_jaar SORT
-- indirect: x.p.p_id SORT
-- indirect: x.p.wijk FILTER
-- indirect: x.pop.wijk FILTER
-- rows: x.p x.pop
-- named: x.p.geb_jaar:ORDER x.p.p_id:ORDER x.p.p_id:SELECT x.p.wijk:FILTER x.pop.wijk:FILTER x.pop.wijk:SELECT
SELECT pop.wijk, t.p_id FROM x.pop CROSS JOIN LATERAL (SELECT p.p_id FROM x.p WHERE p.wijk = pop.wijk ORDER BY p.geb_jaar, p.p_id LIMIT 2) AS t
