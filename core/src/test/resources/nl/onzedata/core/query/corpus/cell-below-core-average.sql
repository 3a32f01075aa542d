-- refused: CELL-BELOW-CORE
-- persons against averages of persons
WITH a AS (SELECT w.wijk, AVG(h.inkomen) AS g FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY w.wijk) SELECT COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN a ON a.wijk = w.wijk WHERE h.inkomen > a.g
