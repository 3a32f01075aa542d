-- accepted
-- uses: x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- a rate per wijk, with the open figure as a key
SELECT w.wijk, ROUND(1000.0 * COUNT(*) / pop.inwoners, 1) AS per_duizend FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY w.wijk, pop.inwoners
