-- direct: woning_id <- x.h.woning_id IDENTITY
-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: x.h.woning_id JOIN
-- indirect: x.w.woning_id JOIN
-- rows: x.h x.w
-- named: x.h.hh_id:SELECT x.h.woning_id:JOIN x.h.woning_id:SELECT x.w.woning_id:JOIN x.w.woning_id:SELECT
SELECT woning_id, hh_id FROM x.w RIGHT JOIN x.h USING (woning_id)
