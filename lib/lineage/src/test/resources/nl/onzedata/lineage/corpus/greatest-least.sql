-- direct: g <- x.h.inkomen TRANSFORMATION
-- indirect: g <- x.h.inkomen CONDITIONAL
-- direct: l <- x.h.hh_id TRANSFORMATION
-- direct: l <- x.h.woning_id TRANSFORMATION
-- indirect: l <- x.h.hh_id CONDITIONAL
-- indirect: l <- x.h.woning_id CONDITIONAL
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.inkomen:SELECT x.h.woning_id:SELECT
SELECT greatest(inkomen, 100, 200) AS g, least(hh_id, woning_id) AS l FROM x.h
