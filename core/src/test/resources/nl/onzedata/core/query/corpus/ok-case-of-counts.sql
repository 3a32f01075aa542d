-- accepted
-- uses: x.h.woning_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, CASE WHEN COUNT(*) > 3 AND NOT COUNT(*) FILTER (WHERE w.huur_laag) = 0 THEN 1 ELSE 0 END AS veel FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
