-- refused: KEYS
-- being in a dataset is a characteristic like the others
SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE h.inkomen < 34229 AND h.hh_id IN (SELECT hh_id FROM x.t) GROUP BY w.wijk, h.type
