-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
-- all cells together, and what is strict
SELECT SUM(n) AS alle, COUNT(*) AS rijen, MAX(n) AS meest, MIN(n) AS minst, AVG(n) AS gemiddeld FROM (SELECT w.wijk, h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk, h.type) AS a
