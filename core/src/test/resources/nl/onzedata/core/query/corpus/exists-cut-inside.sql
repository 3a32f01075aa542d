-- refused: TIME
-- a day of one person is found by trying
SELECT wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id = p.p_id AND b.sinds >= DATE '2025-01-02') GROUP BY wijk
