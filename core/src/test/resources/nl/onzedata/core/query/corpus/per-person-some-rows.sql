-- refused: ROW-LIMIT
-- who came to one wijk is more than who came
SELECT COUNT(*) AS n FROM (SELECT p_id, COUNT(*) AS keren FROM x.v WHERE wijk = 'a' GROUP BY p_id) AS k
