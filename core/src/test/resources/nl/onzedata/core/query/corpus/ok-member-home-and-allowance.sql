-- accepted
-- uses: x.h.hh_id link, x.h.inkomen filter, x.h.woning_id link, x.t exists, x.t.hh_id link, x.w.wijk group, x.w.woning_id link
-- low incomes of each wijk that have no allowance
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id LEFT JOIN x.t AS t ON t.hh_id = h.hh_id WHERE h.inkomen < 34229 AND t.hh_id IS NULL GROUP BY w.wijk
