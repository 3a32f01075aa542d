-- refused: SHOW-FD
-- an open column counted once for each household
SELECT w.wijk, COUNT(pop.inwoners) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id LEFT JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY w.wijk
