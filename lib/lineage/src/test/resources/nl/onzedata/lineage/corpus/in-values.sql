-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: x.h.type FILTER
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.type:FILTER
SELECT hh_id FROM x.h WHERE type IN (VALUES ('koop'), ('huur'))
