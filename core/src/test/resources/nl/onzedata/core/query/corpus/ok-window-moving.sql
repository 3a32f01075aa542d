-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- a moving average and a running total
SELECT w.wijk, h.type, AVG(COUNT(*)) OVER (PARTITION BY h.type ORDER BY w.wijk ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS glijdend, SUM(COUNT(*)) OVER (PARTITION BY h.type ORDER BY w.wijk) AS lopend FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, h.type
