-- refused: KEYS
-- all keys of all sets are counted together
SELECT w.wijk, h.type, w.huur_laag, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE h.inkomen < 34229 GROUP BY GROUPING SETS ((w.wijk), (h.type), (w.huur_laag))
