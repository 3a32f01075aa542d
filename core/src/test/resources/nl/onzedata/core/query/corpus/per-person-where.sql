-- refused: CUT-EXPR
-- the same outside
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id) AS k ON k.p_id = p.p_id WHERE k.keren > 2 GROUP BY p.wijk
