-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h LEFT JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
