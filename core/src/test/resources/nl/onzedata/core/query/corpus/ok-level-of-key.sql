-- accepted
-- uses: x.g.wijk link, x.h.woning_id link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- the place itself, by the name of the open table
SELECT g.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id LEFT JOIN x.g AS g ON g.wijk = w.wijk WHERE TRUE GROUP BY g.wijk
