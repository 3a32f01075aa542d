-- direct: wijk <- x.w.wijk IDENTITY
-- indirect: x.h.hh_id FILTER
-- indirect: x.h.woning_id FILTER
-- indirect: x.p.hh_id FILTER
-- indirect: x.p.wijk FILTER
-- indirect: x.w.wijk FILTER
-- indirect: x.w.woning_id FILTER
-- rows: x.h x.p x.w
-- named: x.h.hh_id:FILTER x.h.woning_id:FILTER x.p.hh_id:FILTER x.p.wijk:FILTER x.w.wijk:FILTER x.w.wijk:SELECT x.w.woning_id:FILTER
SELECT w.wijk FROM x.w WHERE EXISTS (SELECT 1 FROM x.h WHERE h.woning_id = w.woning_id AND EXISTS (SELECT 1 FROM x.p WHERE p.hh_id = h.hh_id AND p.wijk = w.wijk))
