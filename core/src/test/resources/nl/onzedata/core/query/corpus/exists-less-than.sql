-- refused: EXISTS
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id < p.p_id) GROUP BY p.wijk
