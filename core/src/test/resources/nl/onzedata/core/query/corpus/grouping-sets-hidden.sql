-- refused: KEY-HIDDEN
-- which total it is must be seen
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY CUBE(w.wijk, h.type)
