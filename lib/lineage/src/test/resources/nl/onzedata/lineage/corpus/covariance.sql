-- direct: r <- x.h.hh_id AGGREGATION
-- direct: r <- x.h.inkomen AGGREGATION
-- direct: c <- x.h.hh_id AGGREGATION
-- direct: c <- x.h.inkomen AGGREGATION
-- rows: x.h
-- named: x.h.hh_id:MEASURE x.h.inkomen:MEASURE
SELECT covar_samp(inkomen, hh_id) AS r, covar_pop(inkomen, hh_id) AS c FROM x.h
