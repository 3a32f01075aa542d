-- refused: EXISTS
SELECT wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT p_id FROM x.v AS v WHERE v.p_id = p.p_id GROUP BY p_id HAVING COUNT(*) > 3) GROUP BY wijk
