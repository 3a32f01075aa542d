-- accepted
-- uses: x.g.stadsdeel group, x.g.wijk link, x.h.woning_id link, x.w.wijk link, x.w.woning_id link
-- the open table first
SELECT g.stadsdeel, COUNT(*) AS n FROM x.g AS g JOIN x.w AS w ON g.wijk = w.wijk JOIN x.h AS h ON h.woning_id = w.woning_id GROUP BY g.stadsdeel
