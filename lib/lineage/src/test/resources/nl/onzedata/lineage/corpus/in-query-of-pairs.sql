-- direct: naam <- x.p.naam IDENTITY
-- indirect: x.p.p_id FILTER
-- indirect: x.p.wijk FILTER
-- indirect: x.v.p_id FILTER
-- indirect: x.v.wijk FILTER
-- rows: x.p x.v
-- named: x.p.naam:SELECT x.p.p_id:FILTER x.p.wijk:FILTER x.v.p_id:SELECT x.v.wijk:SELECT
SELECT naam FROM x.p WHERE (p_id, wijk) IN (SELECT p_id, wijk FROM x.v)
