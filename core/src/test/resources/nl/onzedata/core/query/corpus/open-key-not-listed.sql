-- refused: JOIN-LIST
-- this pair was not agreed
SELECT p.wijk, pop.inwoners, COUNT(*) AS n FROM x.h AS h JOIN x.m AS p ON p.hh_id = h.hh_id JOIN x.pop AS pop ON p.wijk = pop.wijk GROUP BY p.wijk, pop.inwoners
