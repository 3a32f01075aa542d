-- accepted
-- uses: x.h.woning_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
-- the same key under one name
WITH a AS (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk), b AS (SELECT w.wijk, COUNT(*) AS m FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE w.huur_laag GROUP BY w.wijk) SELECT wijk, 1.0 * m / n AS deel FROM a JOIN b USING (wijk) ORDER BY deel DESC, wijk
