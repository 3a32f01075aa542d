-- direct: p_id <- x.p.p_id IDENTITY
-- indirect: x.p.p_id FILTER
-- indirect: x.wmo.p_id FILTER
-- rows: x.p x.wmo
-- named: x.p.p_id:FILTER x.p.p_id:SELECT x.wmo.p_id:FILTER
SELECT p_id FROM x.p WHERE NOT EXISTS (SELECT 1 FROM x.wmo WHERE wmo.p_id = p.p_id)
