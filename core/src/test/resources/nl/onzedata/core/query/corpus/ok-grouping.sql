-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- GROUPING says what a total is of
SELECT w.wijk, h.type, GROUPING(w.wijk, h.type) AS over_alle, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY CUBE(w.wijk, h.type) HAVING GROUPING(w.wijk) = 0 ORDER BY 2 DESC, 1
