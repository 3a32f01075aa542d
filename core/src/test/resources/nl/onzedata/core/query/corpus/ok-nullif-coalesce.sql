-- accepted
-- uses: x.h.type filter, x.h.woning_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, COALESCE(COUNT(*) FILTER (WHERE w.huur_laag) / NULLIF(COUNT(*) FILTER (WHERE h.type = 'huur'), 0), -1) AS r FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
