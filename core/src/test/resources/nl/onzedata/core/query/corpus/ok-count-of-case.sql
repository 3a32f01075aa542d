-- accepted
SELECT w.wijk, COUNT(CASE WHEN h.inkomen < 34229 THEN 1 END) AS n, COUNT(h.type) AS m FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
