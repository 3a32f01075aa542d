-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- the whole, also of the rows that are left out afterwards
SELECT wijk, deel FROM (SELECT w.wijk, 1.0 * COUNT(*) / SUM(COUNT(*)) OVER () AS deel FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a WHERE wijk = 'a'
