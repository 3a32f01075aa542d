-- refused: UNSUPPORTED
-- no equality
SELECT a.wijk, a.n - b.n AS verschil FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a JOIN (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS b ON a.wijk = b.wijk AND a.n < b.n
