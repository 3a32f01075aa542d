-- accepted
-- uses: x.h.woning_id link, x.w.huur_laag filter, x.w.wijk group, x.w.woning_id link
-- a row that may not be there is there, hidden
WITH a AS (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk), b AS (SELECT w.wijk, COUNT(*) AS m FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE w.huur_laag GROUP BY w.wijk HAVING COUNT(*) >= 3) SELECT a.wijk, a.n, b.m FROM a JOIN b ON a.wijk = b.wijk
