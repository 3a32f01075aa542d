-- accepted
SELECT w.wijk, COUNT(*) FILTER (WHERE (h.inkomen < 34229) IS NOT TRUE) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk
