-- accepted
-- uses: x.h.inkomen filter, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- a rate: two counts of one wijk
WITH a AS (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk), b AS (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE h.inkomen < 34229 GROUP BY w.wijk) SELECT a.wijk, 100.0 * b.n / a.n AS aandeel FROM a JOIN b ON a.wijk = b.wijk
