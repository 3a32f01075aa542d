-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: x.h.inkomen FILTER
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.inkomen:FILTER
SELECT hh_id FROM x.h WHERE inkomen <= 34229.0e0 AND inkomen >= 0.50
