-- direct: a <- x.h.hh_id TRANSFORMATION
-- direct: a <- x.h.woning_id TRANSFORMATION
-- direct: b <- x.h.hh_id TRANSFORMATION
-- direct: b <- x.h.woning_id TRANSFORMATION
-- rows: x.h
-- named: x.h.hh_id:SELECT x.h.woning_id:SELECT
-- not-on-duckdb: its division by zero is an infinity or an error
SELECT hh_id / (woning_id - woning_id) AS a, hh_id % (woning_id - woning_id) AS b FROM x.h
