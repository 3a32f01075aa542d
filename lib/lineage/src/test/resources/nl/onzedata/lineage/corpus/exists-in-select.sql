-- direct: naam <- x.p.naam IDENTITY
-- indirect: zorg <- x.p.p_id FILTER
-- indirect: zorg <- x.wmo.p_id FILTER
-- rows: x.p x.wmo
-- named: x.p.naam:SELECT x.p.p_id:FILTER x.wmo.p_id:FILTER
SELECT naam, EXISTS (SELECT 1 FROM x.wmo WHERE wmo.p_id = p.p_id) AS zorg FROM x.p
