-- accepted
-- uses: x.h.inkomen filter, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE h.inkomen >= 34229 GROUP BY w.wijk
