-- refused: AGG
SELECT w.wijk, MIN(h.inkomen) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
