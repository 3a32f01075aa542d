-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, COUNT(*) AS n FROM x.w AS w JOIN x.h AS h ON w.woning_id = h.woning_id GROUP BY w.wijk
