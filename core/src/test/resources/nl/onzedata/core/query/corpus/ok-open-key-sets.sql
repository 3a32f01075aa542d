-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- the pair is in every grouping set
SELECT w.wijk, pop.inwoners, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY GROUPING SETS ((w.wijk, pop.inwoners, h.type), (w.wijk, pop.inwoners))
