-- refused: AGG
-- how many parts there are among people
SELECT w.wijk, COUNT(DISTINCT g.stadsdeel) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk GROUP BY w.wijk
