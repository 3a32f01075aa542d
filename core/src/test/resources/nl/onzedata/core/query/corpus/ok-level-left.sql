-- accepted
-- uses: x.g.stadsdeel group, x.g.wijk link, x.h.woning_id link, x.w.wijk link, x.w.woning_id link
-- every wijk has its row
SELECT g.stadsdeel, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id LEFT JOIN x.g AS g ON g.wijk = w.wijk GROUP BY g.stadsdeel
