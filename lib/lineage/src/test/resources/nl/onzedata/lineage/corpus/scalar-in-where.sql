-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: x.h.inkomen FILTER
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.inkomen:FILTER x.h.inkomen:MEASURE
SELECT hh_id FROM x.h WHERE inkomen > (SELECT avg(inkomen) FROM x.h)
