-- direct: hh_id <- x.h.hh_id IDENTITY
-- direct: m <- x.h.inkomen AGGREGATION
-- indirect: m <- x.h.hh_id WINDOW
-- indirect: m <- x.h.type WINDOW
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.hh_id:WINDOW x.h.inkomen:MEASURE x.h.type:WINDOW
SELECT hh_id, max(inkomen) OVER w AS m FROM x.h WINDOW w AS (PARTITION BY type ORDER BY hh_id)
