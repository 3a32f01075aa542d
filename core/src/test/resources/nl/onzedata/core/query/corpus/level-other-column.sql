-- refused: SHOW-FD
-- a name is no registered level
SELECT g.naam, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk GROUP BY g.naam
