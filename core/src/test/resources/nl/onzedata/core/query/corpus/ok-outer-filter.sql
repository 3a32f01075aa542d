-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- how many types have at least five households, where that can be known
SELECT wijk, COUNT(*) FILTER (WHERE n >= 5) AS grote, SUM(n) FILTER (WHERE type <> 'anders') AS deel FROM (SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, h.type) AS a GROUP BY wijk HAVING COUNT(*) > 1
