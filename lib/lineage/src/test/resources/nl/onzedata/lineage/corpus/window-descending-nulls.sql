-- direct: hh_id <- x.h.hh_id IDENTITY
-- indirect: rn <- x.h.hh_id WINDOW
-- indirect: rn <- x.h.inkomen WINDOW
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.hh_id:WINDOW x.h.inkomen:WINDOW
SELECT hh_id, row_number() OVER (ORDER BY inkomen DESC, hh_id) AS rn FROM x.h
