-- refused: *
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p, LATERAL (SELECT b.soort FROM x.b AS b WHERE b.p_id = p.p_id) AS q GROUP BY p.wijk
