-- accepted
-- uses: x.h.inkomen filter, x.h.woning_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
SELECT w.wijk, 100.0 * COUNT(*) FILTER (WHERE h.inkomen >= 34229) / COUNT(*) AS aandeel FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE w.huur_laag GROUP BY w.wijk ORDER BY w.wijk
