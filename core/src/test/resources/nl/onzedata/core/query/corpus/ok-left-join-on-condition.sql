-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.huur_laag filter, x.w.woning_id link
SELECT h.type, COUNT(*) AS n, COUNT(w.woning_id) AS laag FROM x.h AS h LEFT JOIN x.w AS w ON h.woning_id = w.woning_id AND w.huur_laag GROUP BY h.type
