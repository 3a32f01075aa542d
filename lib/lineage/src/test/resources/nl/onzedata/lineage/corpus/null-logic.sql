-- direct: hh_id <- x.h.hh_id IDENTITY
-- direct: a <- x.h.inkomen TRANSFORMATION
-- direct: b <- x.h.type TRANSFORMATION
-- direct: c <- x.h.inkomen TRANSFORMATION
-- direct: c <- x.h.type TRANSFORMATION
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.inkomen:SELECT x.h.type:SELECT
SELECT hh_id, inkomen > 500 IS NOT TRUE AS a, type IS DISTINCT FROM 'koop' AS b, (inkomen IS NULL OR type IS NULL) AS c FROM x.h
