-- refused: PARTS
-- the same, as a choice of subjects
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT DISTINCT p_id FROM x.v) AS v ON v.p_id = p.p_id WHERE p.vaak >= 3 GROUP BY p.wijk
