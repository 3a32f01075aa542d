-- accepted
SELECT w.wijk, 100.0 * COUNT(*) FILTER (WHERE h.inkomen >= 34229) / COUNT(*) AS aandeel FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE w.huur_laag GROUP BY w.wijk ORDER BY w.wijk
