-- refused: TOGETHER
SELECT w.wijk, COUNT(*) AS n FROM x.p AS p JOIN x.h AS h ON p.hh_id = h.hh_id JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
