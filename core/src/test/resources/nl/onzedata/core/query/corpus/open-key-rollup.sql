-- refused: SHOW-FD
-- in the total nothing determines it
SELECT w.wijk, pop.inwoners, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY ROLLUP(w.wijk, pop.inwoners)
