-- accepted
-- uses: x.h.hh_id link, x.h.woning_id link, x.pop.inwoners show, x.pop.wijk link, x.t exists, x.t.hh_id link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- with a sub-query about people beside it
SELECT w.wijk, pop.inwoners, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk WHERE EXISTS (SELECT 1 FROM x.t AS t WHERE t.hh_id = h.hh_id) GROUP BY w.wijk, pop.inwoners
