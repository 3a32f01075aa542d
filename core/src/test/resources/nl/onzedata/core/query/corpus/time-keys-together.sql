-- refused: KEYS
-- a condition on a date counts too
SELECT p.wijk, b.soort, COUNT(*) AS n FROM x.p AS p JOIN x.b AS b ON b.p_id = p.p_id WHERE YEAR(b.sinds) = 2026 GROUP BY p.wijk, b.soort
