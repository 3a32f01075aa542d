-- direct: hh_id <- x.h.hh_id IDENTITY
-- direct: klasse <- x.h.type TRANSFORMATION
-- indirect: klasse <- x.h.inkomen CONDITIONAL
-- indirect: klasse <- x.h.type CONDITIONAL
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.inkomen:SELECT x.h.type:SELECT
SELECT hh_id, CASE WHEN inkomen > 1000 THEN 'hoog' WHEN type = 'huur' THEN type ELSE 'x' END AS klasse FROM x.h
