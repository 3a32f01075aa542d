-- direct: wijk <- x.p.wijk IDENTITY
-- indirect: x.p.p_id FILTER
-- indirect: x.p.wijk GROUP_BY
-- indirect: x.v.kosten FILTER
-- indirect: x.v.p_id FILTER
-- rows: x.p x.v
-- named: x.p.p_id:FILTER x.p.wijk:GROUP x.p.wijk:SELECT x.v.kosten:FILTER x.v.p_id:FILTER
SELECT p.wijk, count(*) AS n FROM x.p WHERE EXISTS (SELECT 1 FROM x.v WHERE v.p_id = p.p_id AND v.kosten > 10) GROUP BY p.wijk
