-- refused: EXISTS
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.v AS v WHERE v.p_id = p.p_id AND v.wijk = p.wijk) GROUP BY p.wijk
