-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- a share of a wijk
SELECT w.wijk, h.type, 1.0 * COUNT(*) / SUM(COUNT(*)) OVER (PARTITION BY w.wijk) AS deel FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, h.type
