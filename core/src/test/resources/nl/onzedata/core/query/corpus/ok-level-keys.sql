-- accepted
-- uses: x.g.stadsdeel group, x.g.wijk link, x.h.type group, x.h.woning_id link, x.w.huur_laag group, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- two levels of one place count once
SELECT g.stadsdeel, w.wijk, h.type, w.huur_laag, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk GROUP BY GROUPING SETS ((g.stadsdeel, h.type, w.huur_laag), (w.wijk))
