-- refused: KEYS
SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE w.huur_laag AND h.inkomen < 34229 GROUP BY w.wijk, h.type
