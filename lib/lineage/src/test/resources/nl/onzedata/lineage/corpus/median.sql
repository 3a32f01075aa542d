-- direct: type <- x.h.type IDENTITY
-- direct: m <- x.h.inkomen AGGREGATION
-- indirect: x.h.type GROUP_BY
-- rows: x.h
-- named: x.h.inkomen:MEASURE x.h.type:GROUP x.h.type:SELECT
-- not-on-duckdb: its median of decimals is cut off
SELECT type, median(inkomen) AS m FROM x.h GROUP BY type
