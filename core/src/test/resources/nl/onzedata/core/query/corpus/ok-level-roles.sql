-- accepted
-- uses: x.g.stadsdeel group, x.g.wijk link, x.vh.naar_id link, x.vh.van_id link, x.w.wijk link, x.w.woning_id link
-- from part to part of the city
SELECT a.stadsdeel AS van_deel, b.stadsdeel AS naar_deel, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.w AS naar ON v.naar_id = naar.woning_id JOIN x.g AS a ON van.wijk = a.wijk JOIN x.g AS b ON naar.wijk = b.wijk GROUP BY a.stadsdeel, b.stadsdeel
