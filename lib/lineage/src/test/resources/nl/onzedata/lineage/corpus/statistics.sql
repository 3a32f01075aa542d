-- direct: type <- x.h.type IDENTITY
-- direct: sd <- x.h.inkomen AGGREGATION
-- direct: vp <- x.h.inkomen AGGREGATION
-- direct: s <- x.h.inkomen AGGREGATION
-- indirect: x.h.type GROUP_BY
-- rows: x.h
-- named: x.h.inkomen:MEASURE x.h.type:GROUP x.h.type:SELECT
SELECT type, stddev_samp(inkomen) AS sd, var_pop(inkomen) AS vp, stddev(inkomen) AS s FROM x.h GROUP BY type
