-- refused: TOGETHER
-- three datasets that were not agreed to meet
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN x.h AS h ON p.hh_id = h.hh_id WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id = p.p_id) GROUP BY p.wijk
