-- direct: a <- x.h.hh_id TRANSFORMATION
-- direct: b <- x.h.hh_id TRANSFORMATION
-- direct: c <- x.h.hh_id TRANSFORMATION
-- rows: x.h
-- named: x.h.hh_id:SELECT
SELECT hh_id % 7 AS a, mod(hh_id, 3) AS b, -hh_id % 4 AS c FROM x.h
