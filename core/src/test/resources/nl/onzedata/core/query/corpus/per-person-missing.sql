-- refused: CUT-EXPR
-- whoever is not there has no number: it is asked of the number
SELECT COUNT(*) AS n FROM x.p AS p LEFT JOIN (SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id) AS k ON k.p_id = p.p_id WHERE k.keren IS NULL
