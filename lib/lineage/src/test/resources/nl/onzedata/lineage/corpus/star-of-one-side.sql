-- direct: hh_id <- x.h.hh_id IDENTITY
-- direct: woning_id <- x.h.woning_id IDENTITY
-- direct: type <- x.h.type IDENTITY
-- direct: inkomen <- x.h.inkomen IDENTITY
-- rows: x.h x.pop
-- named: x.h.hh_id:SELECT x.h.inkomen:SELECT x.h.type:SELECT x.h.woning_id:SELECT
SELECT a.* FROM x.h a CROSS JOIN x.pop
