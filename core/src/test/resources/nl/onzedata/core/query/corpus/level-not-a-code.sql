-- refused: STRING
-- a part of the city that is not there
SELECT COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk WHERE g.stadsdeel = 'oost'
