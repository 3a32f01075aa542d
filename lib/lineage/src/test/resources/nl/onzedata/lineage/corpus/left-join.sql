-- direct: woning_id <- x.w.woning_id IDENTITY
-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: x.h.inkomen JOIN
-- indirect: x.h.woning_id JOIN
-- indirect: x.w.woning_id JOIN
-- rows: x.h x.w
-- named: x.h.hh_id:SELECT x.h.inkomen:JOIN x.h.woning_id:JOIN x.w.woning_id:JOIN x.w.woning_id:SELECT
SELECT w.woning_id, h.hh_id FROM x.w LEFT JOIN x.h ON h.woning_id = w.woning_id AND h.inkomen > 100
