-- direct: wijk <- x.p.wijk IDENTITY
-- indirect: x.p.p_id JOIN
-- indirect: x.p.wijk GROUP_BY
-- indirect: x.wmo.p_id FILTER JOIN
-- rows: x.p x.wmo
-- named: x.p.p_id:JOIN x.p.wijk:GROUP x.p.wijk:SELECT x.wmo.p_id:FILTER x.wmo.p_id:JOIN
SELECT wijk, count(*) AS n FROM x.p LEFT JOIN x.wmo USING (p_id) WHERE wmo.p_id IS NULL GROUP BY wijk
