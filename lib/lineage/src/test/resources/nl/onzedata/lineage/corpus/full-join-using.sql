-- direct: p_id <- x.p.p_id TRANSFORMATION
-- direct: p_id <- x.wmo.p_id TRANSFORMATION
-- indirect: p_id <- x.wmo.p_id CONDITIONAL
-- direct: sinds <- x.wmo.sinds IDENTITY
-- direct: naam <- x.p.naam IDENTITY
-- indirect: x.p.p_id JOIN
-- indirect: x.wmo.p_id JOIN
-- rows: x.p x.wmo
-- named: x.p.naam:SELECT x.p.p_id:JOIN x.p.p_id:SELECT x.wmo.p_id:JOIN x.wmo.p_id:SELECT x.wmo.sinds:SELECT
SELECT p_id, sinds, naam FROM x.wmo FULL JOIN x.p USING (p_id)
