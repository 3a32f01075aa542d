-- refused: LEVELS
-- two levels of one place of which neither follows from the other
SELECT g.stadsdeel, ra.regio, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk JOIN x.ra AS ra ON w.wijk = ra.wijk GROUP BY GROUPING SETS ((g.stadsdeel), (ra.regio))
