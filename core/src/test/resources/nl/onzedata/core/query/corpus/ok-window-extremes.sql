-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- strict: one hidden figure hides them
SELECT w.wijk, COUNT(*) AS n, MAX(COUNT(*)) OVER () AS meest, MIN(COUNT(*)) OVER () AS minst, FIRST_VALUE(COUNT(*)) OVER (ORDER BY COUNT(*) DESC) AS eerste, NTILE(2) OVER (ORDER BY COUNT(*)) AS helft FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
