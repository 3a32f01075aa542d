-- refused: SHOW-FD
-- the open join decides inside which homes there are
SELECT t.wijk, t.inwoners, COUNT(*) AS n FROM x.h AS h LEFT JOIN (SELECT w.woning_id, w.wijk, pop.inwoners FROM x.w AS w JOIN x.pop AS pop ON w.wijk = pop.wijk) AS t ON h.woning_id = t.woning_id GROUP BY t.wijk, t.inwoners
