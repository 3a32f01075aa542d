-- accepted
-- uses: x.h.type filter, x.h.type group, x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- out of a derived table, with a condition on people
SELECT t.wijk, t.type, t.inwoners, COUNT(*) AS n FROM (SELECT w.wijk, h.type, pop.inwoners FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk) AS t WHERE t.type <> 'anders' GROUP BY t.wijk, t.type, t.inwoners
