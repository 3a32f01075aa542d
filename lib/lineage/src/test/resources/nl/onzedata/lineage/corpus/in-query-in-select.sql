-- direct: naam <- x.p.naam IDENTITY
-- direct: zorg <- x.p.p_id TRANSFORMATION
-- direct: zorg <- x.wmo.p_id TRANSFORMATION
-- rows: x.p x.wmo
-- named: x.p.naam:SELECT x.p.p_id:SELECT x.wmo.p_id:SELECT
SELECT naam, p_id IN (SELECT p_id FROM x.wmo) AS zorg FROM x.p
