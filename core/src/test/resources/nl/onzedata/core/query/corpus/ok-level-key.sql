-- accepted
-- uses: x.g.stadsdeel group, x.g.wijk link, x.h.woning_id link, x.w.wijk link, x.w.woning_id link
-- a registered level of the wijk, by an open table
SELECT g.stadsdeel, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk GROUP BY g.stadsdeel
