-- refused: GROUP-EXPR
-- how many came how often
SELECT keren, COUNT(*) AS n FROM (SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id) AS k GROUP BY keren
