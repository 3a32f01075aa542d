-- accepted
-- uses: x.g.stadsdeel filter, x.g.wijk link, x.h.woning_id link, x.w.wijk group, x.w.wijk link, x.w.woning_id link
-- the wijken of one part
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk WHERE g.stadsdeel <> 'zuid' GROUP BY w.wijk
