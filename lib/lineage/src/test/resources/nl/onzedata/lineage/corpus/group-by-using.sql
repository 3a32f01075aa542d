-- direct: woning_id <- x.h.woning_id IDENTITY
-- direct: wijk <- x.w.wijk IDENTITY
-- indirect: x.h.woning_id GROUP_BY JOIN
-- indirect: x.w.wijk GROUP_BY
-- indirect: x.w.woning_id JOIN
-- rows: x.h x.w
-- named: x.h.woning_id:GROUP x.h.woning_id:JOIN x.h.woning_id:SELECT x.w.wijk:GROUP x.w.wijk:SELECT x.w.woning_id:GROUP x.w.woning_id:JOIN x.w.woning_id:SELECT
SELECT woning_id, wijk, count(*) FROM x.h JOIN x.w USING (woning_id) GROUP BY woning_id, wijk
