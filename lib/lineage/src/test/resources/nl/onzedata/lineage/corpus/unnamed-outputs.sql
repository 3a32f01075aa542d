-- direct: count_2 <- x.h.inkomen AGGREGATION
-- direct: sum <- x.h.hh_id AGGREGATION
-- rows: x.h
-- named: x.h.hh_id:MEASURE x.h.inkomen:MEASURE
SELECT count(*), count(inkomen), sum(hh_id), 1 + 1 FROM x.h
