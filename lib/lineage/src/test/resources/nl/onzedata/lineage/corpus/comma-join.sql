-- direct: hh_id <- x.h.hh_id IDENTITY
-- direct: wijk <- x.w.wijk IDENTITY
-- indirect: x.h.woning_id FILTER
-- indirect: x.w.woning_id FILTER
-- rows: x.h x.w
-- named: x.h.hh_id:SELECT x.h.woning_id:FILTER x.w.wijk:SELECT x.w.woning_id:FILTER
SELECT h.hh_id, w.wijk FROM x.h, x.w WHERE h.woning_id = w.woning_id
