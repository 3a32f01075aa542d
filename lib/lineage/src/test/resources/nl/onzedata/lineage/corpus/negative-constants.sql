-- direct: c <- x.h.inkomen TRANSFORMATION
-- indirect: x.h.inkomen FILTER
-- rows: x.h
-- named: x.h.inkomen:FILTER x.h.inkomen:SELECT
SELECT -5 AS a, -2.50 AS b, inkomen * -1 AS c FROM x.h WHERE inkomen > -1
