-- accepted
-- uses: x.h.inkomen filter, x.h.type group, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- both margins of a table
SELECT w.wijk, h.type, COUNT(*) AS n, COUNT(*) FILTER (WHERE h.inkomen < 34229) AS laag FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY CUBE(w.wijk, h.type)
