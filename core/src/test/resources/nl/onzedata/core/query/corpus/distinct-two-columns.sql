-- refused: ROW-LIMIT
SELECT COUNT(*) AS n FROM (SELECT DISTINCT p_id, wijk FROM x.v) AS d
