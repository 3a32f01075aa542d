-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: x.h.hh_id FILTER
-- indirect: x.h.inkomen FILTER
-- indirect: x.p.hh_id FILTER
-- rows: x.h x.p
-- named: x.h.hh_id:FILTER x.h.hh_id:SELECT x.h.inkomen:FILTER x.p.hh_id:FILTER
SELECT h.hh_id FROM x.h WHERE EXISTS (SELECT 1 FROM x.p WHERE p.hh_id = h.hh_id) OR h.inkomen > (SELECT count(*) FROM x.p WHERE p.hh_id = h.hh_id)
