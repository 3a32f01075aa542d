-- refused: SHOW-FD
-- an open figure added up once for each person
SELECT w.wijk, SUM(pop.inwoners) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY w.wijk
