-- refused: GROUP-EXPR
-- a key that is computed from open data
SELECT w.wijk, pop.inwoners + 1 AS meer, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY w.wijk, pop.inwoners + 1
