-- accepted
-- uses: x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- a condition on figures beside it
SELECT w.wijk, pop.inwoners, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY w.wijk, pop.inwoners HAVING COUNT(*) > 2 ORDER BY n DESC
