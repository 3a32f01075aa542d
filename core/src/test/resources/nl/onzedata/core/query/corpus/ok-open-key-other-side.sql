-- accepted
-- uses: x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- the key by the name that the open data give it
SELECT pop.wijk, pop.inwoners, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY pop.wijk, pop.inwoners
