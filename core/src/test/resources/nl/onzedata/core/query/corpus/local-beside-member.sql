-- refused: PARTS
-- being there at all is a class of how often
SELECT COUNT(*) AS n FROM x.p AS p WHERE p.vaak < 3 AND EXISTS (SELECT 1 FROM x.v AS v WHERE v.p_id = p.p_id)
