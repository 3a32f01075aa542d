-- direct: t <- x.h.type TRANSFORMATION
-- indirect: t <- x.h.type CONDITIONAL
-- direct: i <- x.h.inkomen TRANSFORMATION
-- indirect: i <- x.h.inkomen CONDITIONAL
-- direct: j <- x.h.inkomen TRANSFORMATION
-- indirect: j <- x.h.inkomen CONDITIONAL
-- rows: x.h
-- named: x.h.inkomen:SELECT x.h.type:SELECT
SELECT coalesce(type, 'onbekend') AS t, nullif(inkomen, 0) AS i, coalesce(inkomen, 0) AS j FROM x.h
