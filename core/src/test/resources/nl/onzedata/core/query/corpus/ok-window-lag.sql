-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- the one before, in the order of the keys
SELECT w.wijk, COUNT(*) AS n, LAG(COUNT(*)) OVER (ORDER BY w.wijk) AS vorige, LEAD(COUNT(*), 2, 0) OVER (ORDER BY w.wijk) AS daarna FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
