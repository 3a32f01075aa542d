-- refused: CUT-DATA
SELECT COUNT(*) AS n FROM x.p AS p WHERE (SELECT b.soort FROM x.b AS b WHERE b.p_id = p.p_id) = 'algemeen'
