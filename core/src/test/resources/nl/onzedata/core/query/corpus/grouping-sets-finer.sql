-- refused: GRAIN
-- a total does not make a buurt coarser
SELECT w.wijk, w.buurt, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY ROLLUP(w.wijk, w.buurt)
