-- direct: p_id <- x.p.p_id IDENTITY
-- indirect: x.p.p_id FILTER GROUP_BY
-- indirect: x.wmo.p_id FILTER GROUP_BY
-- rows: x.p x.wmo
-- named: x.p.p_id:SELECT x.wmo.p_id:SELECT
SELECT p_id FROM x.p EXCEPT SELECT p_id FROM x.wmo
