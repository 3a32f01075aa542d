-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: x.h.hh_id FILTER
-- indirect: x.h.inkomen FILTER
-- indirect: x.h.type FILTER
-- rows: x.h
-- named: x.h.hh_id:FILTER x.h.hh_id:SELECT x.h.inkomen:FILTER x.h.type:FILTER
SELECT hh_id FROM x.h WHERE inkomen BETWEEN 100 AND 900 AND type IN ('koop', 'huur') AND hh_id NOT IN (1, 2)
