-- refused: SHOW-FD
-- another key does not determine it
SELECT h.type, pop.inwoners, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON w.wijk = pop.wijk GROUP BY h.type, pop.inwoners
