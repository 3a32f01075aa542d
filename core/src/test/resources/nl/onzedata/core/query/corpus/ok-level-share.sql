-- accepted
-- uses: x.g.stadsdeel group, x.g.wijk link, x.h.type filter, x.h.woning_id link, x.w.wijk link, x.w.woning_id link
-- a share for each part
SELECT g.stadsdeel, 1.0 * COUNT(*) FILTER (WHERE h.type = 'koop') / COUNT(*) AS deel FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk GROUP BY g.stadsdeel
