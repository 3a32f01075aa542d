-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- the sum of the two largest, where these are known
SELECT SUM(n) AS samen FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk ORDER BY n DESC, w.wijk FETCH NEXT 2 ROWS ONLY) AS a
