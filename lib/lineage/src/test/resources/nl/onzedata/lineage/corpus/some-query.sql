-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: x.h.inkomen FILTER
-- indirect: x.v.kosten FILTER
-- rows: x.h x.v
-- named: x.h.hh_id:SELECT x.h.inkomen:FILTER x.v.kosten:SELECT
SELECT hh_id FROM x.h WHERE inkomen > ANY (SELECT kosten FROM x.v)
