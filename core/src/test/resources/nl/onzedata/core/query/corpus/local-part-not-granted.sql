-- refused: USE
-- what it is made of was not agreed by itself
SELECT p_id, COUNT(*) AS n FROM x.v WHERE kosten > 500 GROUP BY p_id
