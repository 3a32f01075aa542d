-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- how many rows are left, where that can be known
SELECT COUNT(*) AS rijen, SUM(n) AS samen FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk HAVING COUNT(*) >= 3) AS a
