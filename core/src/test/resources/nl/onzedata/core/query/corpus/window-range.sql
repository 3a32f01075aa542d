-- refused: UNSUPPORTED
-- a frame by distance
SELECT w.wijk, SUM(COUNT(*)) OVER (ORDER BY COUNT(*) RANGE BETWEEN 3 PRECEDING AND CURRENT ROW) AS s FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
