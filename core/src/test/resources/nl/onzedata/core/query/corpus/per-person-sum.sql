-- refused: AGG
-- all their visits together
SELECT SUM(keren) AS n FROM (SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id) AS k
