-- refused: JOIN-LIST
-- several open rows for each wijk
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.pop AS pop ON h.hh_id = pop.inwoners GROUP BY w.wijk
