-- refused: UNKNOWN
SELECT hh_id FROM x.h WHERE EXISTS (SELECT 1 FROM x.p WHERE p.hhid = h.hh_id)
