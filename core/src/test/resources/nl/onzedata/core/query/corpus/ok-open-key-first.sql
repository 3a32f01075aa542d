-- accepted
-- uses: x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- the open data first
SELECT w.wijk, pop.inwoners, COUNT(*) AS n FROM x.pop AS pop JOIN x.w AS w ON pop.wijk = w.wijk JOIN x.h AS h ON h.woning_id = w.woning_id GROUP BY w.wijk, pop.inwoners
