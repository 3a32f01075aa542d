-- direct: een <- x.p.p_id IDENTITY
-- direct: ander <- x.p.p_id IDENTITY
-- indirect: x.p.hh_id JOIN
-- indirect: x.p.p_id JOIN
-- rows: x.p
-- named: x.p.hh_id:JOIN x.p.p_id:JOIN x.p.p_id:SELECT
SELECT a.p_id AS een, b.p_id AS ander FROM x.p a JOIN x.p b ON a.hh_id = b.hh_id AND a.p_id < b.p_id
