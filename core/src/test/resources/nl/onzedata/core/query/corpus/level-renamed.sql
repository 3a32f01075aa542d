-- refused: NAME
-- a part of the city that is called a wijk
SELECT g.stadsdeel AS wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk GROUP BY g.stadsdeel
