-- accepted
-- uses: x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- compared with the mean of all, where that is known
SELECT wijk, n FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a WHERE n > (SELECT AVG(n) FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS b)
