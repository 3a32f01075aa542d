-- accepted
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk HAVING COUNT(*) >= 3 ORDER BY COUNT(*) DESC LIMIT 3
