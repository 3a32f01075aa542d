-- refused: UNSUPPORTED
-- without a partner: because there is none, or because it is hidden
SELECT a.wijk, a.n, b.m FROM (SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) AS a LEFT JOIN (SELECT w.wijk, COUNT(*) AS m FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk HAVING COUNT(*) >= 3) AS b ON a.wijk = b.wijk
