-- accepted
-- uses: x.g.stadsdeel filter, x.g.wijk link, x.h.type group, x.h.woning_id link, x.w.wijk link, x.w.woning_id link
-- only part of the city
SELECT h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk WHERE g.stadsdeel = 'noord' GROUP BY h.type
