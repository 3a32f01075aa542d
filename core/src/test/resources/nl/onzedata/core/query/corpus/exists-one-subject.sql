-- refused: CASE-ID
SELECT wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id = p.p_id AND b.p_id = 17) GROUP BY wijk
