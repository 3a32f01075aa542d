-- accepted
-- uses: x.g.stadsdeel filter, x.g.wijk link, x.h.woning_id link, x.w.wijk link, x.w.woning_id link
-- a figure of one part
SELECT COUNT(*) FILTER (WHERE g.stadsdeel = 'noord') AS noord, COUNT(*) AS alle FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk
