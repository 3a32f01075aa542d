-- accepted
-- uses: x.h.woning_id link, x.w.wijk filter, x.w.wijk group, x.w.woning_id link
-- a wijk that the other side leaves out has no share
WITH a AS (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk), b AS (SELECT w.wijk, COUNT(*) AS m FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id WHERE w.wijk IN ('a', 'b') GROUP BY w.wijk) SELECT a.wijk, a.n, b.m, a.n - COALESCE(b.m, 0) AS verschil FROM a LEFT JOIN b ON a.wijk = b.wijk
