-- accepted
-- uses: x.h.inkomen filter, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, COUNT(CASE WHEN h.inkomen < 34229 THEN 1 END) AS n, COUNT(h.type) AS m FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
