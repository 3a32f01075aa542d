-- refused: *
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT d.p_id FROM (SELECT DISTINCT p_id FROM x.v) AS d WHERE d.p_id IN (SELECT q.p_id FROM x.p AS q WHERE q.wijk = 'a')) AS e ON e.p_id = p.p_id GROUP BY p.wijk
