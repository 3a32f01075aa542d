-- accepted
-- uses: x.h.inkomen filter, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, SUM(CASE WHEN h.inkomen >= 34229 THEN 1 ELSE 0 END) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
