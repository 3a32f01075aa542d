-- direct: naam <- x.p.naam IDENTITY
-- indirect: x.p.p_id FILTER
-- indirect: x.v.kosten FILTER
-- indirect: x.v.p_id FILTER
-- rows: x.p x.v
-- named: x.p.naam:SELECT x.p.p_id:FILTER x.v.kosten:FILTER x.v.p_id:SELECT
SELECT naam FROM x.p WHERE p_id IN (SELECT p_id FROM x.v WHERE kosten > 20)
