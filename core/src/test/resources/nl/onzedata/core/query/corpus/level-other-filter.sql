-- refused: GRAIN-OPEN
-- a name is no registered level
SELECT h.type, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.g AS g ON w.wijk = g.wijk WHERE g.naam = 'Mors' GROUP BY h.type
