-- accepted
-- uses: x.h.woning_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
WITH laag AS (SELECT h.type, w.wijk FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE w.huur_laag) SELECT wijk, COUNT(*) AS n FROM laag GROUP BY wijk
