-- refused: SHOW-FD
-- in one grouping set it is left out
SELECT w.wijk, pop.inwoners, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY GROUPING SETS ((w.wijk, pop.inwoners), (w.wijk))
