-- refused: GRAIN-OPEN
-- open data as a door below the grain
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk WHERE pop.inwoners > 3 GROUP BY w.wijk
