-- indirect: b <- x.h.hh_id CONDITIONAL
-- rows: x.h
-- named: x.h.hh_id:SELECT
-- not-on-duckdb: constants overflow 32 bits there
SELECT 2000000000 + 2000000000 AS a, (CASE WHEN hh_id > 0 THEN 2000000000 END) * 3 AS b FROM x.h
