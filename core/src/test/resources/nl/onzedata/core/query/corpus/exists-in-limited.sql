-- refused: ROW-LIMIT
-- one person, by number
SELECT wijk, COUNT(*) AS n FROM x.p WHERE p_id IN (SELECT p_id FROM x.b ORDER BY p_id LIMIT 1) GROUP BY wijk
