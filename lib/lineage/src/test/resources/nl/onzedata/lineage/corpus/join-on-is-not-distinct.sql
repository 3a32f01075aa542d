-- direct: een <- x.p.p_id IDENTITY
-- direct: ander <- x.p.p_id IDENTITY
-- indirect: x.p.wijk JOIN
-- rows: x.p
-- named: x.p.p_id:SELECT x.p.wijk:JOIN
SELECT a.p_id AS een, b.p_id AS ander FROM x.p a JOIN x.p b ON a.wijk IS NOT DISTINCT FROM b.wijk
