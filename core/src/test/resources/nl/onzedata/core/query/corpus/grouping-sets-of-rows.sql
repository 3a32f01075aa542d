-- refused: ROW-LIMIT
-- which combinations there are would be who is there
SELECT w.wijk, h.type FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY ROLLUP(w.wijk, h.type)
