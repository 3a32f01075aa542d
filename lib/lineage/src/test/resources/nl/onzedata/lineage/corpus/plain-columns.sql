-- direct: hh_id <- x.h.hh_id IDENTITY
-- direct: jaar <- x.h.inkomen TRANSFORMATION
-- indirect: x.h.type FILTER
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.inkomen:SELECT x.h.type:FILTER
SELECT hh_id, inkomen * 12 AS jaar FROM x.h WHERE type = 'koop'
