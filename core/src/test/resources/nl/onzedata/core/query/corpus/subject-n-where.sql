-- refused: NONADD
SELECT COUNT(DISTINCT p_id) AS n FROM x.v WHERE wijk = 'a'
