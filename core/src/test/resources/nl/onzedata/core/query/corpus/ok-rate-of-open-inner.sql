-- accepted
-- uses: x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.pop.wijk show, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- open figures first: the rows are those of the cells
SELECT wijk, ROUND(100.0 * n / inwoners, 1) AS deel FROM x.pop JOIN (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a USING (wijk)
