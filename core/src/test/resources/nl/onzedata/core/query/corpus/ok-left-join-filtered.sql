-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.huur_laag filter, x.w.woning_id link
-- all households, of which some have no low rent beside them
SELECT h.type, COUNT(*) AS n, COUNT(w.woning_id) AS laag FROM x.h AS h LEFT JOIN (SELECT woning_id FROM x.w WHERE huur_laag) AS w ON h.woning_id = w.woning_id GROUP BY h.type
