-- refused: UNSUPPORTED
-- not exact
SELECT w.wijk, STDDEV(COUNT(*)) OVER () AS s FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
