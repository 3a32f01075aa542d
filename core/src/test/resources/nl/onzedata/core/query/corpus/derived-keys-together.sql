-- refused: KEYS
-- it counts among what one figure combines
SELECT h.spaart, w.wijk, w.huur_laag, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE h.type = 'huur' GROUP BY h.spaart, w.wijk, w.huur_laag
